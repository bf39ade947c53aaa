import { expect, test } from "vitest";
import type { Catalogue } from "./catalogue.ts";
import { en } from "./en/index.ts";
import { hi } from "./hi/index.ts";
import { sayIn } from "./translation.ts";

const flat = (messages: Catalogue): ReadonlyMap<string, string> =>
  new Map(
    Object.entries(messages).flatMap(([group, words]) =>
      Object.entries(words).map(([name, text]) => [`${group}.${name}`, text] as const),
    ),
  );

/** The values a message wants. Those of the server are plain: no plurals, no tags. */
const wanted = (text: string): string =>
  [...text.matchAll(/\{(\w+)\}/g)]
    .map(([, name]) => String(name))
    .toSorted()
    .join(" ");

test("every language has the same messages, which want the same values", () => {
  const wants = (messages: Catalogue) => [...flat(messages)].map(([key, text]) => `${key}: ${wanted(text)}`).toSorted();
  expect(wants(hi)).toEqual(wants(en));
  expect(wants(en)).toContain("letter.leftOfMinimum: head limit onHand unit unit");
});

test("Hindi is written in Devanagari", () => {
  const latin = [...flat(hi)].filter(([, text]) => !/\p{Script=Devanagari}/u.test(text.replaceAll(/\{\w+\}/g, "")));
  expect(latin.map(([key]) => key)).toEqual([]);
});

test("a message is said in the language asked for", () => {
  expect(sayIn("en")("letter.lowAt", { productName: "Rod", locationName: "Store" })).toBe("Low: Rod at Store");
  expect(sayIn("hi")("letter.lowAt", { productName: "Rod", locationName: "Store" })).toBe("कम: Rod, Store में");
});

test("a key or a value that is not there does not compile", () => {
  const say = sayIn("en");
  const misspelt = [
    // @ts-expect-error -- No such key.
    () => say("file.unitt"),
    // @ts-expect-error -- It wants a product.
    () => say("letter.low"),
    // @ts-expect-error -- Hindi has every key of English.
    (): typeof hi => ({ ...hi, file: { unit: "इकाई" } }),
  ];
  expect(misspelt).toHaveLength(3);
});
