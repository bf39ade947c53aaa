import { expect, test } from "vitest";
import { FIRST_SETUP, ScanSetup, withPlace } from "./setup.ts";

const [A, B, C] = [1, 2, 3].map((digit) => `01939c2e-5b7a-7c3e-9d4f-00000000000${digit}`) as [string, string, string];

test("a place's label says where booking in goes, and leaves booking out alone", () => {
  expect(withPlace(FIRST_SETUP, A).places).toEqual({ in: A, out: null, from: null, to: null });
  expect(withPlace({ ...FIRST_SETUP, action: "out" }, A).places.out).toBe(A);
});

test("of a move the first label is where from, the next where to, and later ones change where to", () => {
  const move = { ...FIRST_SETUP, action: "move" as const };
  const from = withPlace(move, A);
  expect(from.places).toMatchObject({ from: A, to: null });
  expect(withPlace(from, A).places).toMatchObject({ from: A, to: null });
  expect(withPlace(from, B).places).toMatchObject({ from: A, to: B });
  expect(withPlace(withPlace(from, B), C).places).toMatchObject({ from: A, to: C });
});

test("looking up takes no place", () => {
  const look = { ...FIRST_SETUP, action: "look" as const };
  expect(withPlace(look, A)).toBe(look);
});

test("what an older version kept, or somebody wrote, is read as far as it makes sense", () => {
  expect(ScanSetup.parse({ action: "fly", places: { in: A, out: 7 }, units: null, isMuted: "yes" })).toEqual({
    ...FIRST_SETUP,
    places: { in: A, out: null, from: null, to: null },
  });
});
