import type { en } from "./en/index.ts";

/** Every message by its key, in the words of one language. A language that lacks a key, or has one too many, does not compile. */
export type Catalogue = Worded<typeof en>;

/** The same keys, with words of any language. */
export type Worded<Messages> = {
  readonly [Key in keyof Messages]: Messages[Key] extends string ? string : Worded<Messages[Key]>;
};

/** What is asked for: the dotted path of a message. */
export type MessageKey = {
  [Group in keyof typeof en]: `${Group}.${Extract<keyof (typeof en)[Group], string>}`;
}[keyof typeof en];

/** The English of a message, which says what values it wants. */
export type MessageOf<Key extends MessageKey> = Key extends `${infer Group extends keyof typeof en}.${infer Name}`
  ? Name extends keyof (typeof en)[Group]
    ? (typeof en)[Group][Name]
    : never
  : never;
