import type { DeliveryAttempt, DeliveryRow, DeliveryState } from "@storehouse/domain";
import type { Meaning } from "@storehouse/ui";

export const STATE_WORDS: Readonly<Record<DeliveryState, string>> = {
  PENDING: "Waiting",
  DELIVERED: "Taken",
  DEAD: "Given up",
};

/** How a delivery stands, in a word and what that means: one that waits after a failed attempt is no longer just on its way. */
export function standingOf({ state, attempts }: Pick<DeliveryRow, "state" | "attempts">): {
  text: string;
  meaning: Meaning;
} {
  if (state === "DELIVERED") return { text: STATE_WORDS.DELIVERED, meaning: "fine" };
  if (state === "DEAD") return { text: STATE_WORDS.DEAD, meaning: "problem" };
  return attempts > 0
    ? { text: "Tries again", meaning: "attention" }
    : { text: STATE_WORDS.PENDING, meaning: "progress" };
}

const ERROR_WORDS: Readonly<Record<string, string>> = {
  TIMED_OUT: "No whole answer in 10 seconds",
  ECONNREFUSED: "Nobody answers there",
  ECONNRESET: "The connection was cut",
  EHOSTUNREACH: "There is no way there",
  ENETUNREACH: "There is no way there",
  NO_SUCH_HOST: "No such address",
  ADDRESS_REFUSED: "The address leads inside a network, where nothing is sent",
  SECRET_UNREADABLE: "Its secret cannot be read any more: give it a new one",
};

/** What came back, or why nothing did. */
export function answerText({ status, error }: Pick<DeliveryAttempt, "status" | "error">): string {
  if (status !== null) return `Answered ${status}`;
  if (error === null) return "–";
  if (/CERT|TLS|SSL|SELF_SIGNED/.test(error)) return "Its certificate is not trusted";
  return ERROR_WORDS[error] ?? `The answer could not be read (${error})`;
}

/** A duration as people say it. */
export const durationText = (ms: number): string => (ms < 1_000 ? `${ms} ms` : `${(ms / 1_000).toFixed(1)} s`);
