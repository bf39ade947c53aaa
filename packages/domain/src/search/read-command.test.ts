import { expect, test } from "vitest";
import { readCommand } from "./read-command.ts";

test.each([
  ["in m6 bolt", [{ verb: "in", quantity: null, rest: "m6 bolt" }]],
  ["Book out m6", [{ verb: "out", quantity: null, rest: "m6" }]],
  ["make fan", [{ verb: "make", quantity: null, rest: "fan" }]],
  ["ledger of fan", [{ verb: "ledger", quantity: null, rest: "fan" }]],
  [
    "move 20 of M6 bolt",
    [
      { verb: "move", quantity: "20", rest: "M6 bolt" },
      { verb: "move", quantity: null, rest: "20 of M6 bolt" },
    ],
  ],
  [
    "take 2.5 wire",
    [
      { verb: "out", quantity: "2.5", rest: "wire" },
      { verb: "out", quantity: null, rest: "2.5 wire" },
    ],
  ],
  ["in 0 wire", [{ verb: "in", quantity: null, rest: "0 wire" }]],
  ["ledger 20 mm pipe", [{ verb: "ledger", quantity: null, rest: "20 mm pipe" }]],
] as const)("%s", (text, commands) => expect(readCommand(text)).toEqual(commands));

test.each(["", "in", "in ", "inlet", "bolt in", "makers", "move 20"].map((text) => [text]))(
  "%s: nothing to do, or with nothing",
  (text) => expect(readCommand(text).filter(({ quantity }) => quantity !== null)).toEqual([]),
);
