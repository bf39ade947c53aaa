import { MONEY_SCALE, mulDiv, QUANTITY_SCALE, roundDecimal, toScaled, fromScaled } from "../decimal.ts";
import { DomainError, fail, type Failure } from "../failure.ts";
import type { BulkValues, ProductChange } from "./bulk.ts";

/** What a change of many asks of one product. `minimumStock` is that of its one variant. */
export type PlannedProduct = Readonly<{
  category: string;
  subcategoryId: string | null;
  supplierId: string | null;
  defaultLocationId: string | null;
  sourceType: string;
  price: string | null;
  cost: string | null;
  minimumStock: string | null;
  variantCount: number;
  unitDecimals: number;
  isArchived: boolean;
}>;

export type Plan = Readonly<{ from: BulkValues; to: BulkValues; reason: Failure | null }>;

/** What a change of many would make of one product: its values now and after, or why it cannot be. */
export function planProduct(product: PlannedProduct, change: ProductChange): Plan {
  const { from, to } = planned(product, change);
  try {
    return { from, to: to(), reason: null };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return { from, to: from, reason: error.failure };
  }
}

type Amount = Extract<ProductChange, { field: "price" }>["to"];

function planned(product: PlannedProduct, change: ProductChange): Readonly<{ from: BulkValues; to: () => BulkValues }> {
  switch (change.field) {
    case "group": {
      const { category, subcategoryId } = product;
      const to = { category: change.category, subcategoryId: change.subcategoryId };
      return { from: { category, subcategoryId }, to: () => to };
    }
    case "price":
    case "cost": {
      const now = product[change.field];
      const to = () => ({ [change.field]: amountAfter(now, change.to, change.field, priceAfter) });
      return { from: { [change.field]: now }, to };
    }
    case "minimumStock": {
      const { minimumStock: now, unitDecimals, variantCount } = product;
      const to = () => {
        if (variantCount > 1) fail({ code: "INVALID", field: "minimumStock", reason: "SEVERAL_VARIANTS" });
        const share = (text: string, percent: string) => minimumAfter(text, percent, unitDecimals);
        return { minimumStock: amountAfter(now, change.to, "minimumStock", share) };
      };
      return { from: { minimumStock: now }, to };
    }
    case "supplierId":
    case "defaultLocationId":
    case "sourceType":
    case "isArchived":
      return { from: { [change.field]: product[change.field] }, to: () => ({ [change.field]: change.value }) };
  }
}

type Share = (text: string, percent: string) => string;

function amountAfter(now: string | null, to: Amount, field: string, share: Share): string | null {
  if (to.by === "value") return to.value === null ? null : trim(to.value);
  if (now === null) return fail({ code: "INVALID", field, reason: "NOTHING_TO_SHARE" });
  const after = share(now, to.percent);
  if ((after.split(".")[0] ?? "").length > (field === "minimumStock" ? 12 : 14))
    fail({ code: "AMOUNT_TOO_LARGE", field });
  return after;
}

const trim = (text: string): string => fromScaled(toScaled(text, QUANTITY_SCALE), QUANTITY_SCALE);

const PERCENT_SCALE = 4;
const WHOLE = 100n * 10n ** BigInt(PERCENT_SCALE);

const factorOf = (percent: string): bigint => WHOLE + toScaled(percent, PERCENT_SCALE);

/** A price with a share added, to as many digits after the point as it had, and two at the least. */
export function priceAfter(price: string, percent: string): string {
  const exact = fromScaled(mulDiv(toScaled(price, MONEY_SCALE), factorOf(percent), WHOLE), MONEY_SCALE);
  const digits = Math.max(2, trim(price).split(".")[1]?.length ?? 0);
  return trim(roundDecimal(exact, digits));
}

/** A minimum with a share added, rounded up to what the unit counts: 5 % more than 10 pieces are 11. */
export function minimumAfter(minimum: string, percent: string, decimals: number): string {
  const step = 10n ** BigInt(QUANTITY_SCALE - Math.min(decimals, QUANTITY_SCALE));
  const top = toScaled(minimum, QUANTITY_SCALE) * factorOf(percent);
  const bottom = WHOLE * step;
  return fromScaled(((top + bottom - 1n) / bottom) * step, QUANTITY_SCALE);
}
