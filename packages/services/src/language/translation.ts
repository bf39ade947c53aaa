import type { Language } from "@storehouse/domain";
import type { GetICUArgs } from "@schummar/icu-type-parser";
import { IntlMessageFormat } from "intl-messageformat";
import type { Catalogue, MessageKey, MessageOf } from "./catalogue.ts";
import { en } from "./en/index.ts";
import { hi } from "./hi/index.ts";

type Kinds = { ICUArgument: string | number; ICUNumberArgument: number; ICUDateArgument: Date };
type Both<Union> = (Union extends unknown ? (is: Union) => void : never) extends (is: infer All) => void ? All : never;
type Values<Message> = Both<Message extends string ? GetICUArgs<Message, Kinds> : never>;
type Rest<Given> = keyof Given extends never ? [] : [values: Given];

/** Says a message by its key, in one language. The key, and the values its English wants, are checked by the compiler. */
export type Say = <Key extends MessageKey>(key: Key, ...rest: Rest<Values<MessageOf<Key>>>) => string;

const CATALOGUES: Readonly<Record<Language, Catalogue>> = { en, hi };

const say = (language: Language): Say => {
  const formats = new Map(
    Object.entries(CATALOGUES[language]).flatMap(([group, words]) =>
      Object.entries(words).map(([name, text]): [string, IntlMessageFormat] => [
        `${group}.${name}`,
        new IntlMessageFormat(text, language, undefined, { ignoreTag: true }),
      ]),
    ),
  );
  const said = (key: MessageKey, values?: Readonly<Record<string, string | number>>): string =>
    String(formats.get(key)?.format(values) ?? key);
  // That every language wants the values of the English, a test holds.
  return said as Say;
};

const SAID: Readonly<Record<Language, Say>> = { en: say("en"), hi: say("hi") };

/** What says the messages of files and letters in a language. */
export const sayIn = (language: Language): Say => SAID[language];
