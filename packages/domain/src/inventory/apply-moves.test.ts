import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { moneyOf, moneyText, quantityOf, quantityText } from "../decimal.ts";
import { applyMoves, type LedgerState, placeKey } from "./apply-moves.ts";
import type { EntryType } from "./entry.ts";
import type { Move, Valuation } from "./move.ts";

const AVERAGE: Valuation = { kind: "average", fallbackCost: 0n };

const move = (quantity: string, valuation: Valuation = AVERAGE, at = "here", type: EntryType = "adjustment"): Move => ({
  line: 0,
  number: 0,
  variantId: "bolt",
  locationId: at,
  type,
  quantity: quantityOf(quantity),
  valuation,
  reversesId: null,
});
const atCost = (quantity: string, unitCost: string, at?: string): Move =>
  move(quantity, { kind: "cost", unitCost: moneyOf(unitCost) }, at);

const EMPTY: LedgerState = { stocks: new Map([["bolt", { onHand: 0n, value: 0n, sequence: 0 }]]), levels: new Map() };

const book = (...moves: Move[]) => applyMoves(EMPTY, moves);
const stockOf = ({ stocks }: LedgerState) => {
  const { onHand = 0n, value = 0n, sequence = 0 } = stocks.get("bolt") ?? {};
  return { onHand: quantityText(onHand), value: moneyText(value), sequence };
};
const onHandAt = ({ levels }: LedgerState, at: string) => quantityText(levels.get(placeKey("bolt", at))?.onHand ?? 0n);
const valuesOf = ({ effects }: ReturnType<typeof applyMoves>) => effects.map(({ value }) => moneyText(value));

describe("moving average", () => {
  test("what comes in at a cost is averaged with what is there", () => {
    const done = book(atCost("10", "1"), atCost("10", "2"), move("-5"));
    expect(valuesOf(done)).toEqual(["10", "20", "-7.5"]);
    expect(stockOf(done)).toEqual({ onHand: "15", value: "22.5", sequence: 3 });
  });

  test("what comes in without a cost comes in at the average, and at the fallback where nothing is left", () => {
    const fallback: Valuation = { kind: "average", fallbackCost: moneyOf("4") };
    const done = book(move("2", fallback), move("2", { kind: "average", fallbackCost: moneyOf("9") }), move("1"));
    expect(valuesOf(done)).toEqual(["8", "8", "4"]);
    expect(valuesOf(book(move("2")))).toEqual(["0"]);
  });

  test("the last piece takes what is left of the value", () => {
    const done = book(atCost("3", "0.3333"), move("-1"), move("-1"), move("-1"));
    expect(valuesOf(done)).toEqual(["0.9999", "-0.3333", "-0.3333", "-0.3333"]);
    const uneven = book(atCost("1", "0.0001"), atCost("2", "0"), move("-1"), move("-1"), move("-1"));
    expect(stockOf(uneven)).toMatchObject({ onHand: "0", value: "0" });
  });

  test("the cost kept with an entry is per base unit", () => {
    const { effects } = book(atCost("4", "2.5"), move("-2"));
    expect(effects.map(({ unitCost }) => moneyText(unitCost ?? -1n))).toEqual(["2.5", "2.5"]);
  });
});

describe("transfers", () => {
  const there = (quantity: string): Move[] => [
    move(`-${quantity}`, AVERAGE, "here", "transfer_out"),
    move(quantity, { kind: "mirror" }, "there", "transfer_in"),
  ];

  test("both legs carry the same value, so the total stays what it is", () => {
    const done = book(atCost("3", "0.3333"), ...there("2"), ...there("1"));
    expect(valuesOf(done)).toEqual(["0.9999", "-0.6666", "0.6666", "-0.3333", "0.3333"]);
    expect(stockOf(done)).toMatchObject({ onHand: "3", value: "0.9999" });
    expect([onHandAt(done, "here"), onHandAt(done, "there")]).toEqual(["0", "3"]);
  });

  test("moving all there is moves all its value", () => {
    expect(valuesOf(book(atCost("3", "0.3333"), ...there("3")))).toEqual(["0.9999", "-0.9999", "0.9999"]);
  });

  test("a departure that falls short takes its arrival with it", () => {
    const done = book(atCost("1", "1"), ...there("2"));
    expect(done.shorts).toHaveLength(1);
    expect(done.effects).toHaveLength(1);
    expect(onHandAt(done, "there")).toBe("0");
  });
});

describe("making", () => {
  const two: LedgerState = {
    stocks: new Map(["bolt", "fan"].map((id) => [id, { onHand: 0n, value: 0n, sequence: 0 }])),
    levels: new Map(),
  };
  const made = { ...move("3", { kind: "gathered" }, "here", "manufacturing_in"), variantId: "fan" };

  test("what is made is worth what was consumed, to the last digit", () => {
    const out = { ...move("-2"), type: "manufacturing_out" as const };
    const before = applyMoves(two, [atCost("3", "0.3333")]);
    const done = applyMoves(before, [out, { ...out, quantity: quantityOf("-1") }, made]);
    expect(valuesOf(done)).toEqual(["-0.6666", "-0.3333", "0.9999"]);
    expect(moneyText(done.effects[2]?.unitCost ?? -1n)).toBe("0.3333");
  });

  test("where a component falls short, nothing is made of the rest", () => {
    const done = applyMoves(applyMoves(two, [atCost("1", "1")]), [move("-1"), move("-1"), made]);
    expect(done.shorts).toHaveLength(1);
    expect(done.effects.map(({ move: { type } }) => type)).toEqual(["adjustment"]);
  });
});

describe("reversals", () => {
  const undo = (quantity: string, value: string): Move =>
    move(quantity, { kind: "original", value: moneyOf(value) }, "here", "reversal");

  test("a receipt's takes the value it brought, an issue's brings back what it took", () => {
    expect(stockOf(book(atCost("10", "1"), atCost("10", "3"), undo("-10", "30")))).toMatchObject({ value: "10" });
    expect(stockOf(book(atCost("10", "1"), move("-4"), atCost("4", "2"), undo("4", "-4")))).toMatchObject({
      value: "18",
    });
  });

  test("never takes more value than there is, and all of it with the last piece", () => {
    expect(stockOf(book(atCost("2", "1"), atCost("2", "9"), move("-3"), undo("-1", "18")))).toMatchObject({
      onHand: "0",
      value: "0",
    });
    expect(stockOf(book(atCost("2", "0"), atCost("1", "9"), move("-1"), undo("-1", "9")))).toMatchObject({
      onHand: "1",
      value: "0",
    });
    const last = book(atCost("1", "1"), atCost("1", "9"), move("-1"), undo("-1", "1"));
    expect(valuesOf(last)).toEqual(["1", "9", "-5", "-5"]);
  });
});

describe("shortages", () => {
  test("each line meets what the lines before it left, and all that fall short are named", () => {
    const done = book(move("5"), { ...move("-4"), line: 1 }, { ...move("-2"), line: 2 }, { ...move("-3"), line: 3 });
    expect(done.shorts.map((short) => [short.move.line, quantityText(short.available)])).toEqual([
      [2, "1"],
      [3, "1"],
    ]);
  });

  test("what is reserved is not free", () => {
    const levels = new Map([[placeKey("bolt", "here"), { onHand: quantityOf("5"), reserved: quantityOf("4") }]]);
    const stocks = new Map([["bolt", { onHand: quantityOf("5"), value: 0n, sequence: 1 }]]);
    const [short] = applyMoves({ stocks, levels }, [move("-2")]).shorts;
    expect([quantityText(short?.onHand ?? 0n), quantityText(short?.available ?? 0n)]).toEqual(["5", "1"]);
  });

  test("a sum that no column holds is refused at its line", () => {
    const lot = quantityText(quantityOf("999999999999"));
    expect(() => book(move(lot), { ...move(lot), line: 3 })).toThrow("AMOUNT_TOO_LARGE");
    expect(() => book(atCost(lot, "99999999999999"))).toThrow("AMOUNT_TOO_LARGE");
  });
});

const anyMove = fc
  .record({
    // Few amounts, so that places run empty now and then.
    units: fc.constantFrom(-3, -2, -1, 1, 2, 3).map((count) => count * 333_333),
    at: fc.constantFrom("here", "there"),
    cost: fc.option(fc.integer({ min: 0, max: 99_999 })),
    original: fc.integer({ min: 0, max: 20_000 }),
    isTransfer: fc.boolean(),
    isReversal: fc.boolean(),
  })
  .map(({ units, at, cost, original, isTransfer, isReversal }): Move[] => {
    const quantity = BigInt(units);
    const value = BigInt(Math.sign(units) * -original);
    if (isTransfer) {
      const out = quantity < 0n ? quantity : -quantity;
      const to = at === "here" ? "there" : "here";
      return [
        { ...move("1", AVERAGE, at, "transfer_out"), quantity: out },
        { ...move("1", { kind: "mirror" }, to, "transfer_in"), quantity: -out },
      ];
    }
    if (isReversal) return [{ ...move("1", { kind: "original", value }, at, "reversal"), quantity }];
    const isAtCost = quantity > 0n && cost !== null;
    return [{ ...move("1", isAtCost ? { kind: "cost", unitCost: BigInt(cost) } : AVERAGE, at), quantity }];
  });

test("property: whatever is booked, sums tie, nothing is negative, and nothing left is worth nothing", () => {
  fc.assert(
    fc.property(fc.array(anyMove, { maxLength: 60 }), (pairs) => {
      const done = applyMoves(EMPTY, pairs.flat());
      const { onHand = 0n, value = 0n, sequence } = done.stocks.get("bolt") ?? {};
      const sum = (pick: (effect: (typeof done.effects)[number]) => bigint) =>
        done.effects.reduce((total, effect) => total + pick(effect), 0n);

      expect(sum(({ move: { quantity } }) => quantity)).toBe(onHand);
      expect(sum((effect) => effect.value)).toBe(value);
      expect(value >= 0n && onHand >= 0n && (onHand > 0n || value === 0n)).toBe(true);
      expect(sequence).toBe(done.effects.length);
      done.effects.forEach((arrival, at) => {
        const departure = done.effects[at - 1];
        const isArrival = arrival.move.type === "transfer_in";
        expect(isArrival ? departure?.move.type : "transfer_out").toBe("transfer_out");
        expect(isArrival ? arrival.value : 0n).toBe(isArrival ? -(departure?.value ?? 1n) : 0n);
      });
      for (const at of ["here", "there"]) {
        const entries = done.effects.filter(({ move: { locationId } }) => locationId === at);
        let running = 0n;
        for (const { move: moved, balance } of entries) {
          running += moved.quantity;
          expect(balance).toBe(running);
          expect(balance >= 0n).toBe(true);
        }
        expect(done.levels.get(placeKey("bolt", at))?.onHand ?? 0n).toBe(running);
      }
    }),
    { numRuns: 500 },
  );
});
