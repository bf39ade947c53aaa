import { moneyOf, moneyText, quantityOf, quantityText, type UpdateProductInput } from "@storehouse/domain";

/** All that people may change of a product. */
export type ProductContent = Omit<UpdateProductInput, "id" | "version">;

/** A product's content as it is compared: numbers without needless zeros, units in the order of their ids. */
export const normalProduct = (content: ProductContent): ProductContent => ({
  ...content,
  price: normalMoney(content.price),
  cost: normalMoney(content.cost),
  units: content.units.toSorted((a, b) => (a.unitId < b.unitId ? -1 : 1)),
});

/** The part of a product's content that stands in its own row: its units have rows of theirs. */
export function productColumns(content: ProductContent): Omit<ProductContent, "units"> {
  const { units: _units, ...columns } = content;
  return columns;
}

const normalMoney = (text: string | null): string | null => (text === null ? null : moneyText(moneyOf(text)));

/** A quantity that may be absent, without needless zeros. */
export const normalQuantity = (text: string | null): string | null =>
  text === null ? null : quantityText(quantityOf(text));
