import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { en } from "../../language/en/index.ts";
import { hi } from "../../language/hi/index.ts";
import { speak } from "../../language/t.ts";
import { makeTranslation } from "../../language/translation.ts";
import { deedText } from "./line-words.ts";

const SERVICES = join(import.meta.dirname, "../../../../../packages/services/src");
// The console's own log, whose words are the console's.
const LEFT_OUT = /^platform\/|test\.ts$/;

function loggedActions(): readonly string[] {
  const files = readdirSync(SERVICES, { recursive: true, encoding: "utf8" });
  const texts = files
    .filter((file) => file.endsWith(".ts") && !LEFT_OUT.test(file))
    .map((file) => readFileSync(join(SERVICES, file), "utf8"));
  const named = texts.flatMap((text) => [...text.matchAll(/action(?::| =)[^\n]*/g)].map(([line]) => line));
  return [
    ...new Set(named.flatMap((line) => [...line.matchAll(/"([a-z]\w+\.\w+)"/gi)].map(([, action = ""]) => action))),
  ];
}

test("whatever is written into the log is said in the language of the page", () => {
  const actions = loggedActions();
  expect(actions.length).toBeGreaterThan(60);
  speak(makeTranslation("hi", hi));
  try {
    const texts = actions.map((action) => [action, deedText({ action, entity: "product", after: null })] as const);
    expect(texts.filter(([, text]) => /[a-z]/i.test(text))).toEqual([]);
  } finally {
    speak(makeTranslation("en", en));
  }
});
