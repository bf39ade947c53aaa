import { expect, test } from "vitest";
import { placeCodeOf, placeIdOf } from "./place-code.ts";

const ID = "01939c2e-5b7a-7c3e-9d4f-1a2b3c4d5e6f";

test("a place's code is digits after its sign, and names the place again", () => {
  for (const id of [ID, "00000000-0000-4000-8000-000000000001", "ffffffff-ffff-7fff-bfff-ffffffffffff"]) {
    expect(placeCodeOf(id)).toMatch(/^PL\d{40}$/);
    expect(placeIdOf(placeCodeOf(id))).toBe(id);
    expect(placeIdOf(` ${placeCodeOf(id).toLowerCase()} `)).toBe(id);
  }
});

test("no other code is taken for a place's", () => {
  const code = placeCodeOf(ID);
  for (const other of ["", "PL", "PLATE-40", "4006381333931", `${code}1`, code.slice(0, -1), `X${code}`]) {
    expect(placeIdOf(other), other).toBeUndefined();
  }
  expect(placeIdOf(`PL${"9".repeat(40)}`)).toBeUndefined();
});
