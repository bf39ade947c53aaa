import { DomainError } from "@storehouse/domain";
import { expect, test } from "vitest";
import { sayIn } from "../language/translation.ts";
import { importFailureWords } from "./failure-words.ts";

const full = (limit: string) => new DomainError({ code: "LIMIT_REACHED", limit, used: 6, allowed: 6 });

test("a full plan is told in the language of who started the import", () => {
  expect(importFailureWords(full("products"), sayIn("en"))).toContain("Your plan allows 6 products.");
  expect(importFailureWords(full("products"), sayIn("hi"))).toContain("आपके प्लान में 6 उत्पाद");
  expect(importFailureWords(full("variants"), sayIn("en"))).toContain("6 at most");
});

test("what went wrong on our side is told without a word of it", () => {
  expect(importFailureWords(new Error("select * from secrets"), sayIn("en"))).toBe(
    "The import failed and nothing was written.",
  );
});
