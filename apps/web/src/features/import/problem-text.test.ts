import { IMPORT_PROBLEMS } from "@storehouse/domain";
import { afterEach, expect, test } from "vitest";
import { en } from "../../language/en/index.ts";
import { hi } from "../../language/hi/index.ts";
import { speak } from "../../language/t.ts";
import { makeTranslation } from "../../language/translation.ts";
import { problemText } from "./problem-text.ts";

afterEach(() => speak(makeTranslation("en", en)));

test("a problem names what the cell says, in the language of the document", () => {
  const problem = { code: "NUMBER_EXPECTED", what: "many" } as const;
  expect(problemText(problem)).toBe("“many” is no number.");
  speak(makeTranslation("hi", hi));
  expect(problemText(problem)).toBe("“many” संख्या नहीं है।");
});

test("what was assumed is named as the page names it", () => {
  expect(problemText({ code: "CATEGORY_ASSUMED", what: "raw" })).toBe("No category given: Raw material is taken.");
});

test.each(IMPORT_PROBLEMS)("%s is a short sentence, whatever stands in the cell", (code) => {
  const text = problemText({ code, what: "{x} <b>" });
  expect(text.length).toBeGreaterThan(10);
  expect(text.length).toBeLessThan(250);
  expect(text.includes("{x} <b>")).toBe(en.problem[code].includes("{what}"));
});
