import fc from "fast-check";
import { expect, test } from "vitest";
import { shareOut } from "./share-out.ts";

test("what can't be divided goes to the largest remainders", () => {
  expect(shareOut(10n, [1n, 1n, 1n])).toEqual([4n, 3n, 3n]);
  expect(shareOut(10n, [1n, 2n, 0n])).toEqual([3n, 7n, 0n]);
  expect(shareOut(5n, [0n, 0n])).toEqual([0n, 0n]);
  expect(shareOut(5n, [])).toEqual([]);
});

test("property: shares sum to the total and are within one of their exact part", () => {
  const weight = fc.bigInt({ min: 0n, max: 10n ** 12n });
  fc.assert(
    fc.property(
      fc.bigInt({ min: 0n, max: 10n ** 18n }),
      fc.array(weight, { minLength: 1, maxLength: 12 }),
      (total, weights) => {
        const sum = weights.reduce((a, b) => a + b, 0n);
        fc.pre(sum > 0n);
        const shares = shareOut(total, weights);
        expect(shares.reduce((a, b) => a + b, 0n)).toBe(total);
        shares.forEach((share, at) => {
          const exact = total * (weights[at] ?? 0n);
          expect(share * sum > exact - sum && share * sum < exact + sum).toBe(true);
        });
      },
    ),
  );
});
