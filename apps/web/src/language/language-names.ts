import type { Language } from "@storehouse/domain";

/** What each language is called in itself: whoever looks for theirs can read it. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = { en: "English", hi: "हिन्दी" };
