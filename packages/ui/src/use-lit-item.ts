"use client";
import { useState } from "react";

/**
 * The item of a list that Enter would take. When the list becomes another, as when a server's answer arrives, its first item takes over, so
 * that typing and Enter is enough.
 */
export function useLitItem(ids: readonly string[]): readonly [string, (id: string) => void] {
  const [lit, setLit] = useState("");
  return [ids.includes(lit) ? lit : (ids[0] ?? ""), setLit];
}
