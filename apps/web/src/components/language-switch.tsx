"use client";
import { LANGUAGES, type Language } from "@storehouse/domain";
import { cn } from "@storehouse/ui";
import { LANGUAGE_NAMES } from "../language/language-names.ts";
import { rememberLanguage } from "../language/cookie.ts";
import { t, translation } from "../language/t.ts";

type LanguageSwitchProps = { onChoose?: (language: Language) => Promise<unknown> | undefined; className?: string };

/** The languages there are, each in its own words. Another one draws the page anew, so that all of it changes at once. */
export function LanguageSwitch({ onChoose, className }: LanguageSwitchProps) {
  const { language: current } = translation();
  const choose = async (language: Language) => {
    await onChoose?.(language);
    if (language !== current && rememberLanguage(language)) window.location.reload();
  };
  return (
    <fieldset className={cn("flex flex-wrap gap-2", className)}>
      <legend className="sr-only">{t("common.language")}</legend>
      {LANGUAGES.map((language) => (
        <button
          key={language}
          type="button"
          lang={language}
          aria-pressed={language === current}
          onClick={() => void choose(language)}
          className="h-9 rounded-md border px-3 text-quiet hover:bg-hover aria-pressed:border-accent aria-pressed:bg-accent-soft aria-pressed:font-semibold aria-pressed:text-accent-ink coarse:h-11"
        >
          {LANGUAGE_NAMES[language]}
        </button>
      ))}
    </fieldset>
  );
}
