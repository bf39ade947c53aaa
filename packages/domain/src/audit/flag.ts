import { fail } from "../failure.ts";

/** What can be said about an audit line. A flag asks; resolving closes the question, unflagging takes it back. */
export const NOTE_KINDS = ["flag", "unflag", "comment", "resolve"] as const;
export type NoteKind = (typeof NOTE_KINDS)[number];

/** Where the question about a line stands. */
export const FLAG_STATES = ["none", "open", "resolved"] as const;
export type FlagState = (typeof FLAG_STATES)[number];

/** Where a line's question stands after one more note. Throws WRONG_STATE for a second flag, or for ending one that is not open. */
export function nextFlagState(lineId: string, state: FlagState, kind: NoteKind): FlagState {
  if (kind === "comment") return state;
  const isOpen = state === "open";
  if (isOpen === (kind === "flag")) fail({ code: "WRONG_STATE", entity: "auditLine", id: lineId, state });
  if (kind === "flag") return "open";
  return kind === "resolve" ? "resolved" : "none";
}
