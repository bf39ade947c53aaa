import type { StoredComponent } from "./formula.ts";

type Compared = Pick<StoredComponent, "variantId" | "quantity" | "unitId" | "scrapPercent">;

/** What became of a component from one version to another. */
export type ComponentChange<Row> = Readonly<
  | { kind: "added"; after: Row }
  | { kind: "removed"; before: Row }
  | { kind: "changed" | "same"; before: Row; after: Row }
>;

/** What differs between the components of two versions: the later's in its order, then those that are gone. */
export function compareComponents<Row extends Compared>(
  before: readonly Row[],
  after: readonly Row[],
): readonly ComponentChange<Row>[] {
  const earlier = new Map(before.map((row) => [row.variantId, row]));
  const later = new Set(after.map(({ variantId }) => variantId));
  const kept = after.map((row): ComponentChange<Row> => {
    const old = earlier.get(row.variantId);
    if (old === undefined) return { kind: "added", after: row };
    return { kind: isSame(old, row) ? "same" : "changed", before: old, after: row };
  });
  const gone = before.filter(({ variantId }) => !later.has(variantId));
  return [...kept, ...gone.map((row): ComponentChange<Row> => ({ kind: "removed", before: row }))];
}

const isSame = (a: Compared, b: Compared): boolean =>
  a.quantity === b.quantity && a.unitId === b.unitId && a.scrapPercent === b.scrapPercent;
