/** How labels lie on what is printed on, in millimetres. A roll is a page of one label. */
export type Layout = Readonly<{
  id: string;
  page: Readonly<{ width: number; height: number }>;
  label: Readonly<{ width: number; height: number }>;
  columns: number;
  rows: number;
  left: number;
  top: number;
  gapX: number;
  gapY: number;
}>;

const A4 = { width: 210, height: 297 };

/** The sheets that shops sell for A4 by these counts, and the rolls of the common label printers. */
export const LAYOUTS = [
  {
    id: "a4-24",
    page: A4,
    label: { width: 63.5, height: 33.9 },
    columns: 3,
    rows: 8,
    left: 7.2,
    top: 12.9,
    gapX: 2.55,
    gapY: 0,
  },
  {
    id: "a4-65",
    page: A4,
    label: { width: 38.1, height: 21.2 },
    columns: 5,
    rows: 13,
    left: 4.7,
    top: 10.7,
    gapX: 2.5,
    gapY: 0,
  },
  {
    id: "a4-8",
    page: A4,
    label: { width: 99.1, height: 67.7 },
    columns: 2,
    rows: 4,
    left: 4.7,
    top: 13.1,
    gapX: 2.5,
    gapY: 0,
  },
  roll("roll-50", 50, 25),
  roll("roll-100", 100, 50),
] as const satisfies readonly Layout[];

function roll<Id extends string>(id: Id, width: number, height: number) {
  const size = { width, height };
  return { id, page: size, label: size, columns: 1, rows: 1, left: 0, top: 0, gapX: 0, gapY: 0 };
}

export const LAYOUT_IDS = LAYOUTS.map(({ id }) => id);

/** How many labels a page holds. */
export const perPage = ({ columns, rows }: Layout): number => columns * rows;

/** Where the label at a place of its page begins, counted along the rows. */
export function placeOn({ label, columns, left, top, gapX, gapY }: Layout, at: number): { x: number; y: number } {
  const [column, row] = [at % columns, Math.floor(at / columns)];
  return { x: left + column * (label.width + gapX), y: top + row * (label.height + gapY) };
}

/** A label on a page: at which place of it. */
export type Placed<Item> = Readonly<{ item: Item; at: number }>;

/** Spreads labels over pages; the first page begins at a later place where a sheet was used before. */
export function pagesOf<Item>(
  items: readonly Item[],
  layout: Layout,
  firstAt = 0,
): readonly (readonly Placed<Item>[])[] {
  const size = perPage(layout);
  const pages: Placed<Item>[][] = [];
  for (const [index, item] of items.entries()) {
    const place = index + (firstAt % size);
    const page = Math.floor(place / size);
    (pages[page] ??= []).push({ item, at: place % size });
  }
  return pages;
}
