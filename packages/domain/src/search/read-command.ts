/** What can be asked for in front of a product's name. */
export const COMMAND_VERBS = ["in", "out", "move", "make", "ledger"] as const;
export type CommandVerb = (typeof COMMAND_VERBS)[number];

/** A command as it is typed: what to do with what is called `rest`, and how many of it. */
export type Command = Readonly<{ verb: CommandVerb; quantity: string | null; rest: string }>;

const WORDS: readonly (readonly [pattern: RegExp, verb: CommandVerb])[] = [
  [/^(?:book\s+)?in\s+/i, "in"],
  [/^(?:receive|add)\s+/i, "in"],
  [/^(?:book\s+)?out\s+/i, "out"],
  [/^(?:take|use|issue)\s+/i, "out"],
  [/^(?:move|transfer)\s+/i, "move"],
  [/^make\s+/i, "make"],
  [/^(?:ledger|entries)(?:\s+of)?\s+/i, "ledger"],
];
const QUANTITY = /^(\d{1,9}(?:\.\d{1,6})?)\s+(?:of\s+)?(?=\S)/i;

/**
 * Reads "move 20 of M6 bolt" as something to do. All that it may mean, the likeliest first: a number may be how many, or the beginning of a
 * name. Empty for what begins with no verb.
 */
export function readCommand(text: string): readonly Command[] {
  const typed = text.trimStart();
  const known = WORDS.find(([pattern]) => pattern.test(typed));
  if (known === undefined) return [];
  const [pattern, verb] = known;
  const rest = typed.replace(pattern, "").trim();
  if (rest === "") return [];
  const plain: Command = { verb, quantity: null, rest };
  const quantity = verb === "ledger" ? undefined : QUANTITY.exec(rest)?.[1];
  if (quantity === undefined || Number(quantity) === 0) return [plain];
  return [{ verb, quantity, rest: rest.replace(QUANTITY, "").trim() }, plain];
}
