/** The keys of a catalogue of messages, with words of any language. One that lacks a key, or has one too many, does not compile. */
export type Worded<Messages> = {
  readonly [Key in keyof Messages]: Messages[Key] extends string ? string : Worded<Messages[Key]>;
};

/** The dotted path of a message of a catalogue. */
export type KeyOf<Messages> = {
  [Group in keyof Messages & string]: `${Group}.${Extract<keyof Messages[Group], string>}`;
}[keyof Messages & string];

/** A message of a catalogue by its key, with what its text says of the values it wants. */
export type MessageIn<Messages, Key extends KeyOf<Messages>> = Key extends `${infer Group extends keyof Messages &
  string}.${infer Name}`
  ? Name extends keyof Messages[Group]
    ? Messages[Group][Name]
    : never
  : never;
