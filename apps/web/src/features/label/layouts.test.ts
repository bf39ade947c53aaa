import { expect, test } from "vitest";
import { LAYOUTS, type Layout, pagesOf, perPage, placeOn } from "./layouts.ts";

test.each(LAYOUTS.map((layout): [string, Layout] => [layout.id, layout]))(
  "every label of %s lies on its page",
  (_, layout) => {
    const last = placeOn(layout, perPage(layout) - 1);
    expect(placeOn(layout, 0)).toEqual({ x: layout.left, y: layout.top });
    expect(last.x + layout.label.width).toBeLessThanOrEqual(layout.page.width);
    expect(last.y + layout.label.height).toBeLessThanOrEqual(layout.page.height);
    // What is left at the far edges is as much as at the near ones, to half a millimetre.
    expect(Math.abs(layout.page.width - last.x - layout.label.width - layout.left)).toBeLessThan(0.6);
  },
);

test("labels fill pages in order, the first from where the sheet is still full", () => {
  const [, small] = LAYOUTS;
  const items = Array.from({ length: 70 }, (_, index) => index);
  expect(pagesOf(items, small).map((page) => page.length)).toEqual([65, 5]);
  const [first, second] = pagesOf(items, small, 60);
  expect(first?.map(({ at }) => at)).toEqual([60, 61, 62, 63, 64]);
  expect(second?.[0]).toEqual({ item: 5, at: 0 });
  expect(pagesOf([], small, 3)).toEqual([]);
});
