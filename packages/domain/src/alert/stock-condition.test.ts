import fc from "fast-check";
import { expect, test } from "vitest";
import { conditionsOf, isSameCondition, NO_CONDITIONS } from "./stock-condition.ts";

const limits = (minimum?: bigint, maximum?: bigint) => ({ minimum, maximum, rule: "atOrBelow" as const });

test.each([
  [0n, { OUT: "holds", LOW: "gone" }],
  [1n, { OUT: "gone", LOW: "holds" }],
  [100n, { OUT: "gone", LOW: "holds" }],
  [101n, { OUT: "gone", LOW: "lingers" }],
  [105n, { OUT: "gone", LOW: "lingers" }],
  [106n, { OUT: "gone", LOW: "gone" }],
] as const)("with a minimum of 100, %s on hand", (onHand, expected) => {
  expect(conditionsOf(onHand, limits(100n))).toEqual({ ...expected, OVERSTOCK: "gone" });
});

test.each([
  [200n, "lingers"],
  [201n, "holds"],
  [191n, "lingers"],
  [190n, "gone"],
] as const)("with a maximum of 200, %s on hand", (onHand, expected) => {
  expect(conditionsOf(onHand, limits(undefined, 200n)).OVERSTOCK).toBe(expected);
});

test("where only less than the minimum counts, the minimum itself is near it, and nothing is not less than nothing", () => {
  const below = { ...limits(100n), rule: "below" as const };
  expect(conditionsOf(99n, below).LOW).toBe("holds");
  expect(conditionsOf(100n, below).LOW).toBe("lingers");
  expect(conditionsOf(0n, below).OUT).toBe("holds");
  expect(conditionsOf(0n, { ...below, minimum: 0n })).toEqual(NO_CONDITIONS);
});

test("without limits nothing is said, not even when nothing is left", () => {
  expect(conditionsOf(0n, limits())).toEqual(NO_CONDITIONS);
});

test("a minimum of nothing is reached when nothing is left", () => {
  expect(conditionsOf(0n, limits(0n)).OUT).toBe("holds");
  expect(isSameCondition(conditionsOf(1n, limits(0n)), NO_CONDITIONS)).toBe(true);
});

test("low and out never hold together, and more stock never brings low about", () => {
  const amount = fc.bigInt({ min: 0n, max: 10n ** 12n });
  fc.assert(
    fc.property(amount, amount, amount, (onHand, more, minimum) => {
      const here = conditionsOf(onHand, limits(minimum));
      const isFine = isSameCondition(here, NO_CONDITIONS);
      const isFineWithMore = isSameCondition(conditionsOf(onHand + more, limits(minimum)), NO_CONDITIONS);
      expect([here.OUT, here.LOW].filter((one) => one === "holds").length).toBeLessThan(2);
      expect(isFine && !isFineWithMore).toBe(false);
    }),
  );
});
