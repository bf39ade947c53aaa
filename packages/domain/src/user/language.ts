import { z } from "zod";

/** The languages the app speaks, by their BCP 47 codes. The first is spoken where nothing says otherwise. */
export const LANGUAGES = ["en", "hi"] as const;
export type Language = (typeof LANGUAGES)[number];

/** The caller's own language. */
export const SetLanguageInput = z.strictObject({ language: z.enum(LANGUAGES) });
export type SetLanguageInput = z.infer<typeof SetLanguageInput>;

/** The language of a stored or sent code; undefined for one the app does not speak. */
export const languageOf = (code: string | null | undefined): Language | undefined =>
  LANGUAGES.find((language) => language === code);

/** The language a browser asks for in `Accept-Language`, by its order of weight; undefined when it wants none of ours. */
export function wantedLanguage(header: string | undefined): Language | undefined {
  const wanted = (header ?? "").split(",", 20).map((part) => {
    const [tag = "", ...rest] = part.trim().split(";");
    const weight = rest.map((text) => /^\s*q=([\d.]+)\s*$/.exec(text)?.[1]).find((text) => text !== undefined);
    return {
      language: languageOf(tag.split("-")[0]?.toLowerCase()),
      weight: weight === undefined ? 1 : Number(weight),
    };
  });
  return wanted
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .find(({ language }) => language)?.language;
}
