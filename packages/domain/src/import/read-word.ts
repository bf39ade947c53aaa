import type { SourceType } from "../product/product.ts";
import type { Category } from "../subcategory/subcategory.ts";

const CATEGORY_WORDS: Record<Category, readonly string[]> = {
  raw: [
    "raw",
    "raw material",
    "raw materials",
    "rm",
    "material",
    "component",
    "components",
    "bought out",
    "bop",
    "कच्चा माल",
  ],
  semi: [
    "semi",
    "semi finished",
    "semifinished",
    "sfg",
    "wip",
    "work in progress",
    "sub assembly",
    "subassembly",
    "assembly",
    "अधबना",
  ],
  finished: ["finished", "finished good", "finished goods", "fg", "product", "final", "तैयार माल", "तैयार"],
  consumable: [
    "consumable",
    "consumables",
    "packing",
    "packing material",
    "packaging",
    "stores",
    "spares",
    "spare",
    "mro",
    "tools",
    "खपत का",
  ],
};
const SOURCE_WORDS: Record<SourceType, readonly string[]> = {
  manufacturing: [
    "manufacturing",
    "manufactured",
    "make",
    "made",
    "mfg",
    "in house",
    "inhouse",
    "own",
    "produced",
    "production",
    "यहीं बनता है",
  ],
  trading: [
    "trading",
    "traded",
    "buy",
    "bought",
    "bought out",
    "purchase",
    "purchased",
    "outside",
    "vendor",
    "external",
    "ख़रीदा",
  ],
};
const UNIT_WORDS: Record<string, readonly string[]> = {
  pcs: ["pc", "pcs", "piece", "pieces", "no", "nos", "number", "numbers", "ea", "each", "unit", "units", "नग"],
  box: ["box", "boxes", "bx", "ctn", "carton", "cartons"],
  dozen: ["dozen", "doz", "dz", "dozens"],
  set: ["set", "sets"],
  roll: ["roll", "rolls", "rl"],
  kg: ["kg", "kgs", "kilo", "kilos", "kilogram", "kilograms", "किलो"],
  g: ["g", "gm", "gms", "gram", "grams", "gr"],
  m: ["m", "mtr", "mtrs", "meter", "meters", "metre", "metres", "मीटर"],
  mm: ["mm", "millimetre", "millimeter"],
  "m²": ["m²", "m2", "sqm", "sq m", "sq mtr", "square metre", "square meter"],
  l: ["l", "ltr", "ltrs", "liter", "liters", "litre", "litres", "lt"],
  ml: ["ml", "millilitre", "milliliter"],
};

const plain = (text: string): string =>
  text
    .slice(0, 100)
    .toLowerCase()
    .normalize("NFC")
    .replace(/[.\-_/\s]+/g, " ")
    .trim();

const invert = <Key extends string>(words: Record<Key, readonly string[]>): ReadonlyMap<string, Key> =>
  new Map((Object.keys(words) as Key[]).flatMap((key) => words[key].map((word) => [plain(word), key] as const)));
const CATEGORY_OF = invert(CATEGORY_WORDS);
const SOURCE_OF = invert(SOURCE_WORDS);
const UNIT_OF = invert(UNIT_WORDS);

/** The category a word stands for, as sheets write it: "RM", "Finished Goods"; undefined for any other word. */
export const readCategory = (text: string): Category | undefined => CATEGORY_OF.get(plain(text));

/** Whether a word says made here or bought; undefined when it says neither. */
export const readSource = (text: string): SourceType | undefined => SOURCE_OF.get(plain(text));

/** The code of the starter unit a word stands for: "Nos." is pcs; undefined for any other word. */
export const readUnitWord = (text: string): string | undefined => UNIT_OF.get(plain(text));

/** A name as the database compares it: without case, accents on letters and doubled spaces. */
export const foldName = (text: string): string =>
  text
    .normalize("NFKD")
    .replace(/[\u0300-\u036f]/g, "")
    .toLowerCase()
    .replace(/\s+/g, " ")
    .trim();
