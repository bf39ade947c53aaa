import type { VariantChoice } from "@storehouse/domain";
import { expect, test } from "vitest";
import { newScan, nextToSend, quantityOf, requestOf, type Scan } from "./scan.ts";
import { type Action, FIRST_SETUP } from "./setup.ts";

const BLADE: VariantChoice = {
  variantId: "v-blade",
  productId: "p-blade",
  sku: "BL-1",
  productName: "Blade",
  variantName: null,
  unit: "pcs",
  unitDecimals: 0,
  onHand: "5",
  defaultLocationId: "usual",
  isExact: true,
  units: [
    { unitId: "u1", code: "pcs", numerator: 1, denominator: 1 },
    { unitId: "u2", code: "box", numerator: 12, denominator: 1 },
    { unitId: "u3", code: "half/set", numerator: 1, denominator: 2 },
  ],
};

const setup = (action: Action, places = {}, units = {}) => ({
  ...FIRST_SETUP,
  action,
  places: { ...FIRST_SETUP.places, ...places },
  units: { ...FIRST_SETUP.units, ...units },
});
const scan = (id: string, code = "BL-1", more: Partial<Scan> = {}): Scan => ({
  ...newScan(setup("in"), { id, code, at: "2026-01-01T00:00:00Z", quantityText: "1" }),
  ...more,
});

test("a scan counts in its action's unit where the product has it, and in the product's own where not", () => {
  const by = (unitCode: string | null, quantityText = "1") =>
    quantityOf(scan("a", "BL-1", { unitCode, quantityText }), BLADE);
  expect(by("box")).toEqual({ quantity: "12" });
  expect(by("box", "3")).toEqual({ quantity: "36" });
  expect(by(null, "3")).toEqual({ quantity: "3" });
  expect(by("crate", "3")).toEqual({ quantity: "3" });
  expect(by("half/set", "4")).toEqual({ quantity: "2" });
  expect(by("half/set", "3")).toEqual({ reason: "TOO_MANY_DECIMALS" });
  // What names its unit itself means that.
  expect(by("box", "2 box + 1")).toEqual({ quantity: "25" });
  expect(by("box", "5 pcs")).toEqual({ quantity: "5" });
  expect(by("box", "0")).toEqual({ reason: "MUST_BE_POSITIVE" });
});

test("a place that was chosen goes before the product's usual one; without either it says what is missing", () => {
  const ask = (action: Action, places: object, choice = BLADE) =>
    requestOf(
      newScan(setup(action, places), { id: "i", code: "BL-1", at: "", quantityText: "1" }),
      choice,
      "1",
      undefined,
    );
  expect(ask("in", { in: "north" })).toMatchObject({
    kind: "post",
    input: { type: "manual_in", lines: [{ locationId: "north" }] },
  });
  expect(ask("out", { in: "north" })).toMatchObject({
    input: { clientId: "i", type: "manual_out", lines: [{ locationId: "usual" }] },
  });
  expect(ask("in", {}, { ...BLADE, defaultLocationId: null })).toEqual({ missing: "place" });
  expect(ask("move", { to: "south" })).toMatchObject({
    kind: "transfer",
    input: { fromLocationId: "usual", toLocationId: "south", lines: [{ variantId: "v-blade", quantity: "1" }] },
  });
  expect(ask("move", { from: "north" })).toEqual({ missing: "to" });
  expect(ask("move", { to: "usual" })).toEqual({ missing: "same" });
  expect(ask("move", { to: "south" }, { ...BLADE, defaultLocationId: null })).toEqual({ missing: "from" });
});

test("the oldest go first, so many at once, and the same goods one after the other", () => {
  const scans = [scan("1"), scan("2"), scan("3", "WIRE"), scan("4", "FAN"), scan("5", "MOTOR")];
  const next = (busy: string[], most = 3) => nextToSend(scans, new Set(busy), most).map(({ id }) => id);
  expect(next([])).toEqual(["1", "3", "4"]);
  expect(next(["1"])).toEqual(["3", "4"]);
  expect(next(["1", "3", "4"])).toEqual([]);
  expect(next(["3"], 2)).toEqual(["1"]);
});

test("two codes of the same goods go one after the other once both are known", () => {
  const scans = [scan("1", "BL-1", { choice: BLADE }), scan("2", "890123", { choice: BLADE })];
  expect(nextToSend(scans, new Set(), 4).map(({ id }) => id)).toEqual(["1"]);
});

test("what is settled is not sent, but an undo of it is", () => {
  const stored = { kind: "stored", postingId: "p", quantity: "1", left: "6", atId: "usual" } as const;
  const scans = [
    scan("1", "A", { state: stored }),
    scan("2", "B", { state: stored, undoId: "u" }),
    scan("3", "C", { state: { kind: "unknown" } }),
    scan("4", "D", { state: { kind: "undone" }, undoId: "u" }),
  ];
  expect(nextToSend(scans, new Set(), 4).map(({ id }) => id)).toEqual(["2"]);
});
