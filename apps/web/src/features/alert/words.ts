import type { AlertKind } from "@storehouse/domain";
import type { Meaning } from "@storehouse/ui";

/** An alert's kind in a word. */
export const KIND_WORDS: Readonly<Record<AlertKind, string>> = {
  OUT: "Out",
  LOW: "Low",
  OVERSTOCK: "Too much",
  LEVEL_MISMATCH: "Does not tie",
};

/** What each kind means for who looks. */
export const KIND_MEANINGS: Readonly<Record<AlertKind, Meaning>> = {
  OUT: "problem",
  LEVEL_MISMATCH: "problem",
  LOW: "attention",
  OVERSTOCK: "attention",
};

/** The kinds in whole words, for preferences. */
export const KIND_SENTENCES: Readonly<Record<AlertKind, string>> = {
  OUT: "Something has run out",
  LOW: "Something falls to its minimum",
  OVERSTOCK: "There is more than the maximum",
  LEVEL_MISMATCH: "A level does not tie with its entries",
};
