import type { NotificationKind } from "@storehouse/domain";
import type { Meaning } from "@storehouse/ui";
import { wordsOf } from "../../language/t.ts";

/** What a notification or an alert is about, in a word. */
export const KIND_WORDS: Readonly<Record<NotificationKind, string>> = wordsOf({
  OUT: "alert.out",
  LOW: "alert.low",
  OVERSTOCK: "alert.tooMuch",
  LEVEL_MISMATCH: "alert.doesNotTie",
  WEBHOOK_OFF: "alert.turnedOff",
  BACKUP_STALE: "alert.backups",
  SUPPORT_IN: "alert.support",
  QUESTION: "alert.question",
  ANSWER: "alert.reply",
  PERIOD_ENDING: "alert.plan",
  PAYMENT_DUE: "alert.plan",
  READ_ONLY: "alert.plan",
});

/** What each kind means for who looks. */
export const KIND_MEANINGS: Readonly<Record<NotificationKind, Meaning>> = {
  OUT: "problem",
  LEVEL_MISMATCH: "problem",
  LOW: "attention",
  OVERSTOCK: "attention",
  WEBHOOK_OFF: "problem",
  BACKUP_STALE: "problem",
  SUPPORT_IN: "attention",
  QUESTION: "attention",
  ANSWER: "progress",
  PERIOD_ENDING: "attention",
  PAYMENT_DUE: "attention",
  READ_ONLY: "problem",
};

/** The kinds in whole words, for preferences. */
export const KIND_SENTENCES: Readonly<Record<NotificationKind, string>> = wordsOf({
  OUT: "alert.somethingHasRunOut",
  LOW: "alert.somethingFallsToItsMinimum",
  OVERSTOCK: "alert.thereIsMoreThanThe",
  LEVEL_MISMATCH: "alert.aLevelDoesNotTie",
  WEBHOOK_OFF: "alert.aWebhookIsTurnedOff",
  BACKUP_STALE: "alert.noBackupVerified",
  SUPPORT_IN: "alert.supportIsIn",
  QUESTION: "alert.somebodyAsksYou",
  ANSWER: "alert.somebodyReplied",
  PERIOD_ENDING: "alert.periodEndsSoon",
  PAYMENT_DUE: "alert.paymentIsDue",
  READ_ONLY: "alert.nowReadOnly",
});
