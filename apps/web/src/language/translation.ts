import type { Language } from "@storehouse/domain";
import type { ReactNode } from "react";
import { createTranslator, type ICUArgs, type ICUTags, type RichTagsFunction } from "use-intl/core";
import type { Catalogue, MessageKey, MessageOf } from "./catalogue.ts";

type Kinds = { ICUArgument: string | number; ICUNumberArgument: number; ICUDateArgument: Date };
type Both<Union> = (Union extends unknown ? (is: Union) => void : never) extends (is: infer All) => void ? All : never;
type Values<Message> = Both<Message extends string ? ICUArgs<Message, Kinds> : never>;
type Tags<Message> = Both<Message extends string ? ICUTags<Message, RichTagsFunction> : never>;
type Rest<Given> = keyof Given extends never ? [] : [values: Given];

/** Says a message by its key. The key, and the values its English wants, are checked by the compiler. */
export type Translate = {
  <Key extends MessageKey>(key: Key, ...rest: Rest<Values<MessageOf<Key>>>): string;
  /** The same with elements in it, as its tags are drawn. */
  rich: <Key extends MessageKey>(key: Key, ...rest: Rest<Values<MessageOf<Key>> & Tags<MessageOf<Key>>>) => ReactNode;
};

/** A language, and what says messages in it. */
export type Translation = Readonly<{ language: Language; t: Translate }>;

/** Makes what says messages in a language. Its formatters remember, so it is made once in a process. */
export function makeTranslation(language: Language, messages: Catalogue): Translation {
  // That every language wants the values of the English, a test holds.
  return { language, t: createTranslator({ locale: language, messages, timeZone: "UTC" }) as Translate };
}
