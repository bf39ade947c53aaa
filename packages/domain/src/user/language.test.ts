import { expect, test } from "vitest";
import { languageOf, SetLanguageInput, wantedLanguage } from "./language.ts";

test.each([
  ["hi", "hi"],
  ["hi-IN,hi;q=0.9,en;q=0.8", "hi"],
  ["en-IN,en;q=0.9,hi;q=0.8", "en"],
  ["mr;q=1, en;q=0.3, hi;q=0.7", "hi"],
  ["HI-in", "hi"],
  ["hi;q=0, en;q=0.1", "en"],
  ["de, fr;q=0.9", undefined],
  ["*", undefined],
  ["", undefined],
  [undefined, undefined],
  [";q=,;;q=x", undefined],
] as const)("a browser that asks for %s is spoken to in %s", (header, language) => {
  expect(wantedLanguage(header)).toBe(language);
});

test("only languages the app speaks are taken", () => {
  expect(SetLanguageInput.safeParse({ language: "hi" }).success).toBe(true);
  expect(SetLanguageInput.safeParse({ language: "mr" }).success).toBe(false);
  expect([languageOf("hi"), languageOf("constructor"), languageOf(null)]).toEqual(["hi", undefined, undefined]);
});
