import type { MessageKey } from "./catalogue.ts";
import type { Translate, Translation } from "./translation.ts";

let spoken: Translation | undefined;

/** Sets the language of this document. For the root of the page alone: a server, which draws for many, never sets it. */
export function speak(translation: Translation): void {
  spoken = translation;
}

/** The language of the document that is being drawn, and what says messages in it. */
export function translation(): Translation {
  // A server draws several documents at once, and knows by the request which one this is.
  const current = globalThis.__storehouse?.translation() ?? spoken;
  if (!current)
    throw new Error("no language yet: a message is said while drawing or acting, never while a module loads");
  return current;
}

const unsaid = (..._: never[]): string => "";

/** Says a message in the language of the document. A key that is not in the catalogue does not compile. */
export const t: Translate = new Proxy(unsaid as Translate, {
  apply: (_, self, args) => Reflect.apply(translation().t, self, args) as string,
  get: (_, name) => Reflect.get(translation().t, name) as unknown,
});

/** A table of words from a table of message keys: each is said when it is read. */
export function wordsOf<const Keys extends Readonly<Record<string, MessageKey>>>(
  keys: Keys,
): { readonly [Key in keyof Keys]: string } {
  const words = {};
  for (const [name, key] of Object.entries(keys)) {
    Object.defineProperty(words, name, { enumerable: true, get: () => (t as (key: MessageKey) => string)(key) });
  }
  return words as { readonly [Key in keyof Keys]: string };
}

const LOCALES = { en: "en-GB", hi: "hi-IN" } as const;

/** The locale that names days and months in the language of the document. How figures are grouped is the factory's to say. */
export const locale = (): string => LOCALES[translation().language];
