"use client";
import { parseAsStringLiteral, useQueryState } from "nuqs";
import { useEffect, useState } from "react";

/** What a link asks to be begun at once, as `?do=undo`: told to who begins it, and then gone from the address. */
export function useAsked<Deed extends string>(deeds: readonly Deed[]): Deed | null {
  const [asked, set] = useQueryState("do", parseAsStringLiteral(deeds));
  const [first] = useState(asked);
  useEffect(() => {
    if (asked !== null) void set(null);
  }, [asked, set]);
  return first;
}
