import type { Language } from "@storehouse/domain";
import { AsyncLocalStorage } from "node:async_hooks";
import type { IncomingMessage } from "node:http";
import { requestLanguage } from "./cookie.ts";
import { en } from "./en/index.ts";
import { hi } from "./hi/index.ts";
import { makeTranslation, type Translation } from "./translation.ts";

const TRANSLATIONS: Readonly<Record<Language, Translation>> = {
  en: makeTranslation("en", en),
  hi: makeTranslation("hi", hi),
};

const requests = new AsyncLocalStorage<Translation>();

/** Draws within the language a request asks for. */
export const inLanguageOf = <T>({ headers }: Pick<IncomingMessage, "headers">, draw: () => T): T =>
  requests.run(TRANSLATIONS[requestLanguage(headers.cookie, headers["accept-language"])], draw);

/** The translation of the request that is being drawn. */
export const requestTranslation = (): Translation | undefined => requests.getStore();
