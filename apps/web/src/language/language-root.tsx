"use client";
import { type Language, languageOf } from "@storehouse/domain";
import { setUiSpeech } from "@storehouse/ui";
import { type ReactNode, use } from "react";
import type { Catalogue } from "./catalogue.ts";
import { locale, speak, translation } from "./t.ts";
import { makeTranslation } from "./translation.ts";

setUiSpeech({
  say: (word, values) => (translation().t as (key: string, values: object) => string)(`ui.${word}`, values),
  locale,
});

// Chunks of their own: a browser loads the language it speaks and no other.
const CATALOGUES: Readonly<Record<Language, () => Promise<Catalogue>>> = {
  en: async () => (await import("./en/index.ts")).en,
  hi: async () => (await import("./hi/index.ts")).hi,
};

let ready: Promise<void> | undefined;

const prepare = (language: Language): Promise<void> =>
  (ready ??= CATALOGUES[language]().then((messages) => speak(makeTranslation(language, messages))));

const isBrowser = typeof document !== "undefined";
// Asked for before React comes to it.
if (isBrowser) void prepare(languageOf(document.documentElement.lang) ?? "en");

/** What a page stands in that says messages. In a browser it waits for the words; a server has them all. */
export function LanguageRoot({ language, children }: { language: Language; children: ReactNode }) {
  if (isBrowser) use(prepare(language));
  return children;
}
