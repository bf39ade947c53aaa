import { expect, test } from "vitest";
import { answerText, durationText, standingOf } from "./delivery-words.ts";

test("a delivery that failed and is tried again is told from one that was not tried yet", () => {
  expect(standingOf({ state: "PENDING", attempts: 0 })).toEqual({ text: "Waiting", meaning: "progress" });
  expect(standingOf({ state: "PENDING", attempts: 2 })).toEqual({ text: "Tries again", meaning: "attention" });
  expect(standingOf({ state: "DEAD", attempts: 8 }).meaning).toBe("problem");
  expect(standingOf({ state: "DELIVERED", attempts: 1 }).meaning).toBe("fine");
});

test("what came back is told in words", () => {
  expect(answerText({ status: 500, error: null })).toBe("Answered 500");
  expect(answerText({ status: null, error: "ERR_TLS_CERT_ALTNAME_INVALID" })).toBe("Its certificate is not trusted");
  expect(answerText({ status: null, error: "ECONNREFUSED" })).toBe("Nobody answers there");
  expect(answerText({ status: null, error: "HPE_INVALID" })).toBe("The answer could not be read (HPE_INVALID)");
  expect(answerText({ status: null, error: null })).toBe("–");
  expect([durationText(42), durationText(1_250)]).toEqual(["42 ms", "1.3 s"]);
});
