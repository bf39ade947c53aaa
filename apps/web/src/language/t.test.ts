import { expect, test } from "vitest";
import { hi } from "./hi/index.ts";
import { speak, t, wordsOf } from "./t.ts";
import { makeTranslation } from "./translation.ts";

test("a message is said in the language of the document, and a table of words follows it", () => {
  const words = wordsOf({ in: "common.bookIn" });
  expect([t("common.bookIn"), words.in, t("entity.entryCounted", { count: 2 })]).toEqual([
    "Book in",
    "Book in",
    "2 entries",
  ]);
  speak(makeTranslation("hi", hi));
  expect([t("common.bookIn"), words.in, t("entity.entryCounted", { count: 2 })]).toEqual([
    "माल आया",
    "माल आया",
    "2 प्रविष्टियाँ",
  ]);
});

test("on a server the request decides, whatever else is set", () => {
  globalThis.__storehouse = {
    me: () => Promise.resolve(null),
    operator: () => Promise.resolve(null),
    translation: () => makeTranslation("hi", hi),
  };
  expect(t("common.save")).toBe("सहेजें");
  globalThis.__storehouse = undefined;
});

test("a key or a value that is not there does not compile", () => {
  const misspelt = [
    // @ts-expect-error -- No such key.
    () => t("common.bookInn"),
    // @ts-expect-error -- It wants a title.
    () => t("common.search"),
    // @ts-expect-error -- It wants a title, not a name.
    () => t("common.search", { name: "x" }),
    // @ts-expect-error -- It wants nothing.
    () => t("common.save", { title: "x" }),
    // @ts-expect-error -- No such key in a table either.
    () => wordsOf({ in: "common.none" }),
    // @ts-expect-error -- Hindi has every key of English, and no other.
    (): typeof hi => ({ ...hi, common: { save: "सहेजें" } }),
  ];
  expect(misspelt).toHaveLength(6);
});
