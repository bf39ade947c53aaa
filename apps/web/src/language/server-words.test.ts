import { en as spokenEn } from "../../../../packages/services/src/language/en/index.ts";
import { hi as spokenHi } from "../../../../packages/services/src/language/hi/index.ts";
import { expect, test } from "vitest";
import { en } from "./en/index.ts";
import { hi } from "./hi/index.ts";

const sorted = (words: object): string[] => Object.values(words as Readonly<Record<string, string>>).toSorted();

test.each([
  ["English", en, spokenEn],
  ["Hindi", hi, spokenHi],
])("in %s a file names things as the screen does", (_, screen, server) => {
  expect(sorted(server.entryType)).toEqual(sorted(screen.entryType));
  const onScreen = new Set(
    Object.values({ ...screen.location, ...screen.unit, ...screen.subcategory, ...screen.alert }),
  );
  const inFiles = [server.locationType, server.dimension, server.category, server.alertKind].flatMap(sorted);
  expect(inFiles.filter((word) => !onScreen.has(word))).toEqual([]);
});
