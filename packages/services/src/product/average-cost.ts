import { moneyOf, moneyText, mulDiv, QUANTITY_SCALE, quantityOf } from "@storehouse/domain";

/** What one base unit of a stock cost on the average; null when nothing is left. */
export function averageCost(onHand: string, value: string): string | null {
  const quantity = quantityOf(onHand);
  return quantity === 0n ? null : moneyText(mulDiv(moneyOf(value), 10n ** BigInt(QUANTITY_SCALE), quantity));
}
