import { LABELS_MAX } from "@storehouse/domain";
import { createParser } from "nuqs";

/** A record to label and how often. In the address it is its id, and `.3` after it for three copies. */
export type Chosen = Readonly<{ id: string; copies: number }>;

export const COPIES_MAX = 500;
/** As many records as the server says the labels of at once. */
export const CHOSEN_MAX = LABELS_MAX;

const SHAPE = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?:\.(\d{1,3}))?$/i;

/** Reads what is chosen from the address; what can't be meant is left out. */
export function readChosen(text: string): readonly Chosen[] {
  const chosen = new Map<string, Chosen>();
  for (const part of text.split(",")) {
    const [, id, copies] = SHAPE.exec(part) ?? [];
    if (id !== undefined)
      chosen.set(id.toLowerCase(), { id: id.toLowerCase(), copies: boundCopies(Number(copies ?? 1)) });
  }
  return [...chosen.values()].slice(0, CHOSEN_MAX);
}

/** What is chosen as it stands in the address. */
export const writeChosen = (chosen: readonly Chosen[]): string =>
  chosen.map(({ id, copies }) => (copies === 1 ? id : `${id}.${copies}`)).join(",");

/** A number of copies that can be printed at once. */
export const boundCopies = (copies: number): number =>
  Number.isFinite(copies) ? Math.min(COPIES_MAX, Math.max(1, Math.trunc(copies))) : 1;

/** Adds records, one copy of each; one that is there already gets a copy more. */
export function withChosen(chosen: readonly Chosen[], ids: readonly string[]): readonly Chosen[] {
  const counted = new Map(chosen.map((one) => [one.id, one.copies]));
  for (const id of ids) counted.set(id, boundCopies((counted.get(id) ?? 0) + 1));
  return [...counted].map(([id, copies]) => ({ id, copies })).slice(0, CHOSEN_MAX);
}

/** The address's part that holds them. */
export const parseAsChosen = createParser({
  parse: readChosen,
  serialize: writeChosen,
  eq: (a, b) => writeChosen(a) === writeChosen(b),
}).withDefault([]);
