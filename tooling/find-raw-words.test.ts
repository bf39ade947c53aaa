import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { findRawWords } from "./find-raw-words.ts";
import { ROOT } from "./paths.ts";

/** What speaks through the catalogue, whole. A folder is added when the last of its words has moved. */
const CONVERTED = [
  "packages/ui/src",
  "apps/web/src/app",
  "apps/web/src/components",
  "apps/web/src/features/alert",
  "apps/web/src/features/audit",
  "apps/web/src/features/backup",
  "apps/web/src/features/booking",
  "apps/web/src/features/bulk",
  "apps/web/src/features/entry",
  "apps/web/src/features/export",
  "apps/web/src/features/formula",
  "apps/web/src/features/history",
  "apps/web/src/features/label",
  "apps/web/src/features/landing",
  "apps/web/src/features/registration",
  "apps/web/src/features/scan",
  "apps/web/src/features/filter",
  "apps/web/src/features/home",
  "apps/web/src/features/import",
  "apps/web/src/features/location",
  "apps/web/src/features/make",
  "apps/web/src/features/people",
  "apps/web/src/features/product",
  "apps/web/src/features/program",
  "apps/web/src/features/profile",
  "apps/web/src/features/role",
  "apps/web/src/features/sample",
  "apps/web/src/features/search",
  "apps/web/src/features/session",
  "apps/web/src/features/settings",
  "apps/web/src/features/stock",
  "apps/web/src/features/subcategory",
  "apps/web/src/features/supplier",
  "apps/web/src/features/unit",
  "apps/web/src/features/variant",
  "apps/web/src/features/view",
];

test("what is converted holds no words of its own: they stand in the catalogue, in every language", () => {
  const files = CONVERTED.flatMap((folder) => globSync(`${folder}/**/*.{ts,tsx}`, { cwd: ROOT })).filter(
    (file) => !/\.test\.tsx?$/.test(file),
  );
  expect(files.length).toBeGreaterThan(CONVERTED.length);
  const raw = files.flatMap((file) =>
    findRawWords(file, readFileSync(join(ROOT, file), "utf8")).map(({ line, text }) => `${file}:${line} ${text}`),
  );
  expect(raw).toEqual([]);
});

test.each([
  ["text", "<p>Book in</p>", ["Book in"]],
  ["text beside a value", "<p>Hello {name}</p>", ["Hello"]],
  ["an attribute", '<Field label="Place" className="flex gap-2" name="Place" />', ["Place"]],
  ["an attribute's choice", '<b aria-label={isOn ? "Off" : say("x.on")} />', ["Off"]],
  ["a choice between texts", '<p>{count === 0 ? "None" : count}</p>', ["None"]],
  ["a template", "<p title={`Search ${what}`} />", ["Search"]],
  ["a toast", 'toast("Saved", { meaning: "fine" })', ["Saved"]],
  ["a question", 'window.confirm("Close?")', ["Close?"]],
  ["a property", '({ label: "Light", kind: "theme" })', ["Light"]],
  ["words of the catalogue", '<p title={t("a.b")}>{t("a.c", { name })} · {count} %</p>', []],
  ["the product's name", "<b>Storehouse</b>", []],
])("%s is looked at", (_, source, words) => {
  expect(findRawWords("planted.tsx", `const x = ${source};`).map(({ text }) => text)).toEqual(words);
});
