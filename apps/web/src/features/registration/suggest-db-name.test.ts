import { expect, test } from "vitest";
import { suggestDbName } from "./suggest-db-name.ts";

test.each([
  ["Steel Works", "steel_works"],
  ["  Müller & Söhne GmbH ", "muller_sohne_gmbh"],
  ["3 Brothers", "brothers"],
  ["श्री मेटल Works", "works"],
  ["श्री", ""],
  ["a".repeat(60), "a".repeat(48)],
])("%s → %s", (name, expected) => expect(suggestDbName(name)).toBe(expected));
