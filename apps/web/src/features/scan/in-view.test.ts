import { expect, test } from "vitest";
import { type InView, seeCodes } from "./in-view.ts";

const scansOf = (pictures: readonly (readonly [number, readonly string[]])[]): string[] => {
  const scans: string[] = [];
  let inView: InView = new Map();
  for (const [at, codes] of pictures) {
    const seen = seeCodes(inView, codes, at);
    inView = seen.inView;
    scans.push(...seen.isNew);
  }
  return scans;
};

test("a label that stays in the picture is read once, also where a picture missed it", () => {
  expect(
    scansOf([
      [0, ["A"]],
      [100, ["A"]],
      [200, []],
      [300, []],
      [900, ["A"]],
      [2000, ["A"]],
    ]),
  ).toEqual(["A"]);
});

test("a phone that makes a picture every three seconds reads what stays once too", () => {
  expect(
    scansOf([
      [0, ["A"]],
      [3000, ["A"]],
      [6000, []],
      [9000, ["A"]],
    ]),
  ).toEqual(["A"]);
});

test("a label that was taken away and shown again is another scan", () => {
  expect(
    scansOf([
      [0, ["A"]],
      [700, []],
      [1300, []],
      [1400, ["A"]],
    ]),
  ).toEqual(["A", "A"]);
});

test("two labels in one picture are two scans", () => {
  expect(
    scansOf([
      [0, ["A", "B", "A"]],
      [500, ["B"]],
      [1300, ["B"]],
      [1500, ["A", "B"]],
    ]),
  ).toEqual(["A", "B", "A"]);
});
