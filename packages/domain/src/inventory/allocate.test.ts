import { expect, test } from "vitest";
import { allocate, type Stocked } from "./allocate.ts";

const at = (locationId: string, onHand: bigint, available = onHand): Stocked => ({
  variantId: "steel",
  locationId,
  onHand,
  available,
});
const stock = [at("store", 5n), at("line", 3n), at("yard", 9n), { ...at("line", 99n), variantId: "wire" }];
const take = (quantity: bigint, makeFrom: "chosen" | "anywhere", from = stock) =>
  allocate({ variantId: "steel", quantity }, from, { locationId: "line", makeFrom });

test("what the chosen place has is taken there, and nowhere else", () => {
  expect(take(3n, "chosen").takes).toEqual([{ locationId: "line", quantity: 3n }]);
  expect(take(4n, "chosen")).toEqual({ takes: [], onHand: 3n, available: 3n, short: 1n });
});

test("from anywhere, the chosen place comes first, then the place with most", () => {
  expect(take(13n, "anywhere").takes).toEqual([
    { locationId: "line", quantity: 3n },
    { locationId: "yard", quantity: 9n },
    { locationId: "store", quantity: 1n },
  ]);
  expect(take(18n, "anywhere")).toEqual({ takes: [], onHand: 17n, available: 17n, short: 1n });
});

test("what is reserved is not free", () => {
  expect(take(3n, "chosen", [at("line", 3n, 1n)])).toEqual({ takes: [], onHand: 3n, available: 1n, short: 2n });
});

test("nothing anywhere is short of all of it", () => {
  expect(take(2n, "anywhere", [])).toEqual({ takes: [], onHand: 0n, available: 0n, short: 2n });
});
