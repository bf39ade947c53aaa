import { expect, test } from "vitest";
import { poolLimit } from "./pool-limit.ts";

test.each([
  [0, 5],
  [1, 5],
  [3, 5],
  [4, 6],
  [30, 32],
  [48, 50],
  [49, 50],
  [500, 50],
])("%i people get %i connections", (people, connections) => expect(poolLimit(people)).toBe(connections));

test("a plan caps it, also below five", () => expect(poolLimit(30, 3)).toBe(3));
