import type { KeyOf, MessageIn, Worded } from "@storehouse/domain";
import type { en } from "./en/index.ts";

/** Every message by its key, in the words of one language. A language that lacks a key, or has one too many, does not compile. */
export type Catalogue = Worded<typeof en>;

/** What is asked for: the dotted path of a message. */
export type MessageKey = KeyOf<typeof en>;

/** The English of a message, which says what values it wants. */
export type MessageOf<Key extends MessageKey> = MessageIn<typeof en, Key>;
