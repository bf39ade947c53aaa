import { createHash } from "node:crypto";

/** The same id for the same words, always: what is seeded twice with it is there once. */
export function seedId(...words: readonly (string | number)[]): string {
  const hex = createHash("sha256").update(words.join("/")).digest("hex");
  // Version 8, of one's own making, in the usual variant.
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
