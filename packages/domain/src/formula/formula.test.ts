import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { moneyOf, moneyText, quantityOf, quantityText } from "../decimal.ts";
import { ceilTo, floorTo, nearest, plus, ratio, times } from "../ratio.ts";
import { compareComponents } from "./compare-components.ts";
import { explode } from "./explode.ts";
import { findCycle } from "./find-cycle.ts";
import { ScrapPercent } from "./formula.ts";
import { readComponentLines } from "./read-component-lines.ts";
import { makeableOf, needOf, type Recipe, type Recipes } from "./recipe.ts";
import { costRoller } from "./roll-up-cost.ts";

const part = (variantId: string, quantity: string, scrapPercent = 0) => ({
  variantId,
  quantity: quantityOf(quantity),
  scrap: BigInt(Math.round(scrapPercent * 10_000)),
});
const recipe = (outputQuantity: string, ...components: Recipe["components"][number][]): Recipe => ({
  outputQuantity: quantityOf(outputQuantity),
  components,
});
const FAN: Recipes = new Map([
  ["fan", recipe("1", part("motor", "1"), part("blade", "3"), part("screw", "8", 5))],
  ["motor", recipe("1", part("wire", "0.25", 10), part("screw", "2"))],
  ["blade", recipe("4", part("steel", "2"))],
]);

describe("what making takes", () => {
  test("scrap is added, and what a unit can't express is rounded up", () => {
    const screws = recipe("1", part("screw", "8", 5));
    const [screw] = screws.components;
    if (screw === undefined) throw new Error("a recipe has a component");
    expect(quantityText(needOf(screws, screw, quantityOf("1"), 0))).toBe("9");
    expect(quantityText(needOf(screws, screw, quantityOf("100"), 0))).toBe("840");
    expect(quantityText(needOf(screws, screw, quantityOf("1"), 3))).toBe("8.4");
  });

  test("the most that can be made is what the scarcest component allows", () => {
    const stock: Record<string, string> = { motor: "10", blade: "31", screw: "83" };
    const available = (id: string) => quantityOf(stock[id] ?? "0");
    const fan = FAN.get("fan");
    if (fan === undefined) throw new Error("the fan has a recipe");
    expect(quantityText(makeableOf(fan, available, 0))).toBe("9");
    expect(quantityText(makeableOf(fan, () => 0n, 0))).toBe("0");
  });

  test("property: so many can be made, and one step more can't", () => {
    const anyPart = fc.record({
      quantity: fc.bigInt({ min: 1n, max: 10n ** 9n }),
      scrap: fc.bigInt({ min: 0n, max: 1_000_000n }),
      steps: fc.bigInt({ min: 0n, max: 10n ** 6n }),
      decimals: fc.nat(3),
    });
    fc.assert(
      fc.property(
        fc.array(anyPart, { minLength: 1, maxLength: 5 }),
        fc.bigInt({ min: 1n, max: 10n ** 9n }),
        fc.nat(3),
        (parts, outputQuantity, outDecimals) => {
          const components = parts.map((one, at) => ({ ...one, variantId: String(at) }));
          const made: Recipe = { outputQuantity, components };
          const stockOf = (at: string) => {
            const { steps = 0n, decimals = 0 } = parts[Number(at)] ?? {};
            return steps * 10n ** BigInt(6 - decimals);
          };
          const most = makeableOf(made, stockOf, outDecimals);
          const fits = (quantity: bigint) =>
            components.every((one) => needOf(made, one, quantity, one.decimals) <= stockOf(one.variantId));
          expect(fits(most)).toBe(true);
          expect(fits(most + 10n ** BigInt(6 - outDecimals))).toBe(false);
        },
      ),
    );
  });
});

describe("levels", () => {
  test("a product in itself is found over all levels, with the way", () => {
    expect(findCycle("screw", ["fan"], FAN)).toEqual(["fan", "motor", "screw"]);
    expect(findCycle("fan", ["fan"], FAN)).toEqual(["fan"]);
    expect(findCycle("fan", ["motor", "blade", "screw"], FAN)).toBeUndefined();
  });

  test("a formula is exploded level under level, in the order it is read", () => {
    const lines = explode(FAN, "fan", quantityOf("2"), (id) => (id === "steel" || id === "wire" ? 3 : 0));
    expect(lines.map(({ level, variantId, quantity }) => [level, variantId, quantityText(quantity)])).toEqual([
      [0, "fan", "2"],
      [1, "motor", "2"],
      [2, "wire", "0.55"],
      [2, "screw", "4"],
      [1, "blade", "6"],
      [2, "steel", "3"],
      [1, "screw", "17"],
    ]);
  });

  test("a tree that grows out of hand is refused", () => {
    const wide = new Map(
      Array.from({ length: 12 }, (_, at) => [
        String(at),
        recipe("1", part(String(at + 1), "1"), part(String(at + 1), "2")),
      ]),
    );
    expect(() => explode(wide, "0", 1n, () => 0)).toThrow("TOO_LARGE");
  });
});

describe("cost", () => {
  const costs: Record<string, string> = { wire: "400", screw: "0.3333", steel: "90" };
  const costOf = (id: string) => (costs[id] === undefined ? undefined : moneyOf(costs[id]));

  test("it is rolled up over all levels with scrap, and rounded once", () => {
    const cost = costRoller(FAN, costOf);
    expect(moneyText(cost("motor") ?? -1n)).toBe("110.6666");
    // 110.6666 + 3 × 45 + 8 × 1.05 × 0.3333
    expect(moneyText(cost("fan") ?? -1n)).toBe("248.4663");
    expect(moneyText(cost("screw") ?? -1n)).toBe("0.3333");
  });

  test("a third of a third stays exact until the end", () => {
    const thirds: Recipes = new Map([
      ["a", recipe("3", part("b", "1"))],
      ["b", recipe("3", part("c", "1"))],
    ]);
    const cost = costRoller(thirds, () => moneyOf("9"));
    expect(moneyText(cost("a") ?? -1n)).toBe("1");
  });

  test("where a cost is missing nothing is claimed", () => {
    expect(costRoller(FAN, (id) => (id === "wire" ? undefined : 1n))("fan")).toBeUndefined();
  });
});

test("versions are compared line by line", () => {
  const line = (variantId: string, quantity: string) => ({ variantId, quantity, unitId: "pcs", scrapPercent: "0" });
  const changes = compareComponents(
    [line("a", "1"), line("b", "2"), line("c", "3")],
    [line("c", "3"), line("b", "4"), line("d", "1")],
  );
  expect(changes.map((one) => [one.kind, "after" in one ? one.after.variantId : one.before.variantId])).toEqual([
    ["same", "c"],
    ["changed", "b"],
    ["added", "d"],
    ["removed", "a"],
  ]);
});

test("lines copied from a spreadsheet are read, with or without a heading", () => {
  const text = 'Code\tQuantity\tUnit\tScrap %\r\nBL-1\t3\tpcs\t\r\n"Steel rod"\t1,200.5 kg\t\t2.5%\r\n\r\n';
  expect(readComponentLines(text)).toEqual([
    { what: "BL-1", quantity: "3", unit: "pcs", scrapPercent: "0" },
    { what: "Steel rod", quantity: "1200.5", unit: "kg", scrapPercent: "2.5" },
  ]);
  expect(readComponentLines("BL-1\t?")).toEqual([{ what: "BL-1", quantity: "?", unit: "", scrapPercent: "0" }]);
  expect(readComponentLines("just a name")).toBeUndefined();
});

test.each([
  ["0", true],
  ["2.5", true],
  ["100", true],
  ["100.0001", false],
  ["-1", false],
  ["1.23456", false],
  ["five", false],
])("scrap of %s percent is allowed: %s", (text, isAllowed) =>
  expect(ScrapPercent.safeParse(text).success).toBe(isAllowed),
);

test("fractions are exact, and round where they are told to", () => {
  expect(plus(ratio(1n, 3n), ratio(1n, 6n))).toEqual({ top: 1n, bottom: 2n });
  expect(times(ratio(2n, 3n), ratio(3n, 4n))).toEqual({ top: 1n, bottom: 2n });
  expect([floorTo(ratio(7n, 2n)), ceilTo(ratio(7n, 2n)), nearest(ratio(7n, 2n))]).toEqual([3n, 4n, 4n]);
  expect([floorTo(ratio(25n), 10n), ceilTo(ratio(25n), 10n), ceilTo(ratio(20n), 10n)]).toEqual([20n, 30n, 20n]);
});
