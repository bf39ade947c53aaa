import { isNear } from "./is-near.ts";
import type { SearchKind, SearchRecord } from "./search.ts";

/** A record made ready to be searched: its texts folded once, not with every key that is typed. */
export type Findable = Texts & Readonly<{ record: SearchRecord }>;

type Texts = Readonly<{
  codes: readonly string[];
  name: string;
  /** Name and codes with a space before each word, for beginnings of words. */
  words: string;
  /** The codes without what separates their parts. */
  bare: string;
}>;

/** Text as it is compared: case, accents of Latin letters and width make no difference. */
const fold = (text: string): string =>
  ASCII.test(text)
    ? text.toLowerCase()
    : text
        .normalize("NFKD")
        .replace(/[\u0300-\u036f]/g, "")
        .toLowerCase();

// Most texts are, and need no more.
const ASCII = /^[\x20-\x7e]*$/;

const bareOf = (text: string): string => text.replace(/[-_./\s]+/g, "");

/** Makes records ready to be searched, in the order in which equals are to be shown. */
export const toFindables = (records: readonly SearchRecord[]): readonly Findable[] => records.map(toFindable);

const toFindable = (record: SearchRecord): Findable => ({ record, ...textsOf(record.name, codesOf(record)) });

function textsOf(ownName: string, ownCodes: readonly string[]): Texts {
  const codes = ownCodes.map(fold);
  const name = fold(ownName);
  const words = ` ${name} ${codes.join(" ")}`.replace(/[-_./,()\s]+/g, " ");
  return { codes, name, words, bare: codes.map(bareOf).join(" ") };
}

function codesOf(record: SearchRecord): readonly string[] {
  switch (record.kind) {
    case "product":
      return [record.sku, ...record.barcodes];
    case "formula":
      return [record.sku];
    case "person":
      return [record.username];
    case "entry":
      return [record.reference];
    case "supplier":
      return record.contact === null ? [] : [record.contact];
    case "place":
      return [];
  }
}

/** What is so far off is no answer. */
const NO_MATCH = 99;
/** How good it still is when it holds the text somewhere; what is worse is only close to it. */
const HELD = 5;

/** A record that was found; the lower its score, the better it answers. */
export type Ranked = Readonly<{ record: SearchRecord; score: number }>;

/**
 * The best of what a text may mean, at most `limit` of each kind: whole codes first, then beginnings of codes, of names, of words, then what
 * holds every word, then codes typed without their separators. Only where nothing of that is found, what is one slip of a finger away.
 */
export function rank(findables: readonly Findable[], text: string, limit: number): readonly Ranked[] {
  const typed = toTyped(text);
  if (typed.whole === "") return [];
  const found = best(findables, limit, (findable) => scoreOf(findable, typed));
  return found.length > 0 ? found : best(findables, limit, (findable) => slipOf(findable, typed));
}

/** How well a plain name answers a text, as `rank` scores records; undefined where it does not. */
export function scoreName(name: string, text: string): number | undefined {
  const score = scoreOf(textsOf(name, []), toTyped(text));
  return score === NO_MATCH ? undefined : score;
}

type Typed = Readonly<{ whole: string; words: readonly string[]; bare: string }>;

function toTyped(text: string): Typed {
  const whole = fold(text).trim();
  return { whole, words: whole.split(/[-_./,()\s]+/).filter(Boolean), bare: bareOf(whole) };
}

// Of each kind, only so many of each score can be among the best: nothing has to be sorted, however much is found.
function best(findables: readonly Findable[], limit: number, scoreOne: (findable: Findable) => number): Ranked[] {
  const kept = new Map<SearchKind, Ranked[][]>();
  for (const findable of findables) {
    const score = scoreOne(findable);
    if (score === NO_MATCH) continue;
    const { record } = findable;
    const byScore = kept.get(record.kind) ?? [];
    kept.set(record.kind, byScore);
    const own = (byScore[score] ??= []);
    if (own.length < limit) own.push({ record, score });
  }
  const found = [...kept.values()].flatMap((byScore) => byScore.flat().slice(0, limit));
  return found.sort((a, b) => a.score - b.score);
}

function scoreOf(own: Texts, { whole, words, bare }: Typed): number {
  if (own.name === whole) return 0;
  let hasCode = false;
  for (const code of own.codes) {
    if (!code.startsWith(whole)) continue;
    if (code.length === whole.length) return 0;
    hasCode = true;
  }
  if (hasCode) return 1;
  if (own.name.startsWith(whole)) return 2;
  if (words.length > 0 && holdsAll(own.words, words)) return beginsAll(own.words, words) ? 3 : 4;
  return bare.length > 1 && own.bare.includes(bare) ? HELD : NO_MATCH;
}

function holdsAll(text: string, words: readonly string[]): boolean {
  for (const word of words) if (!text.includes(word)) return false;
  return true;
}

function beginsAll(text: string, words: readonly string[]): boolean {
  for (const word of words) if (!text.includes(` ${word}`)) return false;
  return true;
}

// A short word is one slip away from half of all words.
const SLIP_LENGTH = 4;

function slipOf({ words: own }: Texts, { words }: Typed): number {
  if (words.length === 0) return NO_MATCH;
  for (const word of words) if (!own.includes(` ${word}`) && !hasNear(own, word)) return NO_MATCH;
  return HELD + 1;
}

function hasNear(text: string, word: string): boolean {
  if (word.length < SLIP_LENGTH) return false;
  for (let at = text.indexOf(" "); at !== -1; at = text.indexOf(" ", at + 1)) {
    if (isNear(word, text, at + 1)) return true;
  }
  return false;
}
