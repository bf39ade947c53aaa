import type { AlertKind } from "@storehouse/domain";
import type { Meaning } from "@storehouse/ui";
import { wordsOf } from "../../language/t.ts";

/** An alert's kind in a word. */
export const KIND_WORDS: Readonly<Record<AlertKind, string>> = wordsOf({
  OUT: "alert.out",
  LOW: "alert.low",
  OVERSTOCK: "alert.tooMuch",
  LEVEL_MISMATCH: "alert.doesNotTie",
});

/** What each kind means for who looks. */
export const KIND_MEANINGS: Readonly<Record<AlertKind, Meaning>> = {
  OUT: "problem",
  LEVEL_MISMATCH: "problem",
  LOW: "attention",
  OVERSTOCK: "attention",
};

/** The kinds in whole words, for preferences. */
export const KIND_SENTENCES: Readonly<Record<AlertKind, string>> = wordsOf({
  OUT: "alert.somethingHasRunOut",
  LOW: "alert.somethingFallsToItsMinimum",
  OVERSTOCK: "alert.thereIsMoreThanThe",
  LEVEL_MISMATCH: "alert.aLevelDoesNotTie",
});
