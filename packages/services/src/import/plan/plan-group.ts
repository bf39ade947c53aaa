import { moneyOf } from "@storehouse/domain";
import type { Pack, ProductFields } from "./catalogue.ts";
import { type Draft, report, type SheetRow } from "./draft.ts";
import { planOpening } from "./plan-opening.ts";
import { type DraftProduct, planProduct } from "./plan-product.ts";
import { planVariant, refuseRepeatedVariants } from "./plan-variant.ts";

type Rows = readonly [SheetRow, ...SheetRow[]];

/** Plans all rows of one product: the product, its variants, their openings. Says what becomes of the product. */
export function planGroup(draft: Draft, code: string, rows: Rows): "created" | "updated" | "unchanged" {
  const product = planProduct(draft, code, rows);
  const { added, isChanged: areVariantsChanged } = planVariants(draft, product, rows);
  const isWritten = writeProduct(draft, product, added, rows);
  const outcome = outcomeOf(product, isWritten || areVariantsChanged);
  for (const { row } of rows)
    draft.actions.set(row, outcome === "created" ? "create" : outcome === "updated" ? "update" : "unchanged");
  return outcome;
}

const outcomeOf = ({ before }: DraftProduct, isChanged: boolean) =>
  before === undefined ? "created" : isChanged ? "updated" : "unchanged";

function planVariants(draft: Draft, product: DraftProduct, rows: Rows): { added: number; isChanged: boolean } {
  const planned = [];
  let isChanged = false;
  for (const group of Map.groupBy(rows, (row) => row.values.sku ?? ownSku(product)).values()) {
    const [first, ...rest] = group;
    if (first === undefined) continue;
    const variant = planVariant(draft, product, [first, ...rest], planned.length);
    if (variant === undefined) continue;
    planned.push({ variant: variant.planned, row: first });
    const isThere = variant.isChanged || variant.planned.before !== null;
    const openings = isThere ? group.filter((row) => planOpening(draft, product, variant.planned.id, row)) : [];
    isChanged ||= variant.isChanged || openings.length > 0;
  }
  refuseRepeatedVariants(draft, product, planned);
  return { added: planned.filter(({ variant }) => variant.before === null).length, isChanged };
}

/** The SKU meant by a row that names none. */
function ownSku({ before, fields }: DraftProduct): string {
  const [only, other] = before?.variants ?? [];
  return only !== undefined && other === undefined ? only.sku : fields.code;
}

/** True when the product's own row, or one of its packs, is written. */
function writeProduct(draft: Draft, product: DraftProduct, added: number, rows: Rows): boolean {
  const { id, fields, before } = product;
  const packs = product.packs.filter((pack) => !before?.packs.some((kept) => isSamePack(kept, pack)));
  if (before !== undefined) {
    const isSame = isSameFields(before.fields, fields) && packs.length === 0 && added === 0 && !before.isArchived;
    if (isSame) return false;
    if (!draft.choices.updateExisting) {
      report(draft, rows[0], "code", "EXISTS_KEPT");
      return false;
    }
  }
  draft.work.products.push({ id, fields, before: before ?? null, addedVariants: added });
  draft.work.packs.push(...packs.map((pack) => ({ productId: id, ...pack })));
  return true;
}

const isSamePack = (a: Pack, b: Pack): boolean =>
  a.unitId === b.unitId && BigInt(a.numerator) * BigInt(b.denominator) === BigInt(b.numerator) * BigInt(a.denominator);

const MONEY: ReadonlySet<keyof ProductFields> = new Set(["price", "cost"]);

/** True when both say the same; a sheet's line breaks are its program's own. */
function isSameFields(a: ProductFields, b: ProductFields): boolean {
  return (Object.keys(b) as (keyof ProductFields)[]).every((field) => {
    const [one, other] = [a[field], b[field]];
    if (one === null || other === null) return one === other;
    if (MONEY.has(field)) return moneyOf(one) === moneyOf(other);
    return one.replace(/\r\n?/g, "\n") === other.replace(/\r\n?/g, "\n");
  });
}
