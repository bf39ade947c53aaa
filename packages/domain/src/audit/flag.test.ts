import { describe, expect, test } from "vitest";
import { DomainError } from "../failure.ts";
import { type FlagState, type NoteKind, nextFlagState } from "./flag.ts";

const outcomeOf = (state: FlagState, kind: NoteKind): string => {
  try {
    return nextFlagState("line", state, kind);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return error.failure.code;
  }
};

describe("a question about an audit line", () => {
  test.each([
    ["none", "flag", "open"],
    ["none", "comment", "none"],
    ["none", "unflag", "WRONG_STATE"],
    ["none", "resolve", "WRONG_STATE"],
    ["open", "flag", "WRONG_STATE"],
    ["open", "comment", "open"],
    ["open", "unflag", "none"],
    ["open", "resolve", "resolved"],
    ["resolved", "flag", "open"],
    ["resolved", "comment", "resolved"],
    ["resolved", "unflag", "WRONG_STATE"],
    ["resolved", "resolve", "WRONG_STATE"],
  ] as const)("that is %s, then %s: %s", (state, kind, outcome) => {
    expect(outcomeOf(state, kind)).toBe(outcome);
  });
});
