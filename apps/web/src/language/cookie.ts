import { type Language, languageOf, wantedLanguage } from "@storehouse/domain";

const NAME = "language";
const YEAR_SECONDS = 365 * 86_400;

/** The language to draw a document in: the one chosen in this browser, else what it asks for, else English. */
export function requestLanguage(cookies: string | undefined, acceptLanguage: string | undefined): Language {
  const chosen = (cookies ?? "").split("; ").find((pair) => pair.startsWith(`${NAME}=`));
  return languageOf(chosen?.slice(NAME.length + 1)) ?? wantedLanguage(acceptLanguage) ?? "en";
}

/** Has this browser ask for its documents in a language from now on. False where it keeps no cookies. */
export function rememberLanguage(language: Language): boolean {
  const secure = window.location.protocol === "https:" ? "; Secure" : "";
  document.cookie = `${NAME}=${language}; Path=/; Max-Age=${YEAR_SECONDS}; SameSite=Lax${secure}`;
  return requestLanguage(document.cookie, undefined) === language;
}
