import { type MessageFormatElement, parse, TYPE } from "@formatjs/icu-messageformat-parser";
import { expect, test } from "vitest";
import type { Catalogue } from "./catalogue.ts";
import { en } from "./en/index.ts";
import { hi } from "./hi/index.ts";

const flat = (messages: Catalogue): ReadonlyMap<string, string> =>
  new Map(
    Object.entries(messages).flatMap(([feature, words]) =>
      Object.entries(words).map(([name, text]) => [`${feature}.${name}`, text] as const),
    ),
  );
const ENGLISH = flat(en);
const HINDI = flat(hi);

/** The values a message wants, and the tags that are drawn in it: each by its name. */
const wanted = (text: string): ReadonlySet<string> => new Set(parse(text, { ignoreTag: false }).flatMap(wantedBy));

function wantedBy(element: MessageFormatElement): readonly string[] {
  switch (element.type) {
    case TYPE.literal:
    case TYPE.pound:
      return [];
    case TYPE.tag:
      return [`<${element.value}>`, ...element.children.flatMap(wantedBy)];
    case TYPE.plural:
    case TYPE.select:
      return [element.value, ...Object.values(element.options).flatMap(({ value }) => value.flatMap(wantedBy))];
    case TYPE.argument:
    case TYPE.number:
    case TYPE.date:
    case TYPE.time:
      return [element.value];
  }
}

test("every language has the same messages", () => {
  expect([...HINDI.keys()].toSorted()).toEqual([...ENGLISH.keys()].toSorted());
});

test("a message can be read, and wants the same values in every language", () => {
  const differing = [...ENGLISH].flatMap(([key, text]) => {
    const [english, hindi] = [text, HINDI.get(key) ?? ""].map((words) => [...wanted(words)].toSorted().join(" "));
    return english === hindi ? [] : [`${key}: ${english} | ${hindi}`];
  });
  expect(differing).toEqual([]);
});

test("Hindi is written in Devanagari", () => {
  const latin = [...HINDI].filter(([, text]) => {
    const words = text.replaceAll(/\{\w+(?=[,}])|<[^>]*>/g, "");
    return /\p{L}/u.test(words) && !/\p{Script=Devanagari}/u.test(words);
  });
  expect(latin.map(([key]) => key)).toEqual([]);
});
