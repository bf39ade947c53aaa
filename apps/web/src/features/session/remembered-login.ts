"use client";
import { useStored } from "@storehouse/ui";

/** The factory (what stands after the @) somebody last signed in to on this device, and how to change or forget it. */
export const useRememberedFactory = () => useStored("storehouse.factory");

/** What was typed as one login: `username@factory` as it stands, a bare username with the remembered factory behind it. */
export function loginOf(typed: string, factory: string | null): string {
  const text = typed.trim();
  return text.includes("@") || factory === null ? text : `${text}@${factory}`;
}
