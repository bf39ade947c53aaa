import { expect, test } from "vitest";
import { type Burst, type Key, NO_BURST, readKey } from "./wedge.ts";

/** What was scanned while these keys came, each so long after the one before. */
function scansOf(keys: readonly string[], gapMs: number | ((at: number) => number)): string[] {
  const scans: string[] = [];
  let burst: Burst = NO_BURST;
  let at = 1000;
  for (const [index, key] of keys.entries()) {
    at += typeof gapMs === "number" ? gapMs : gapMs(index);
    const read = readKey(burst, { key, at, hasModifier: false });
    burst = read.burst;
    if (read.scanned !== undefined) scans.push(read.scanned);
  }
  return scans;
}

test("a burst that ends in Enter or Tab is a scan", () => {
  expect(scansOf([..."4006381333931", "Enter"], 4)).toEqual(["4006381333931"]);
  expect(scansOf([..."BL-1", "Tab"], 20)).toEqual(["BL-1"]);
});

test("ten scans in a second are ten", () => {
  const keys = Array.from({ length: 10 }, () => [..."890123456", "Enter"]).flat();
  expect(scansOf(keys, 9)).toEqual(Array.from({ length: 10 }, () => "890123456"));
});

test("upper case comes with Shift, which is part of the letter", () => {
  expect(scansOf(["Shift", "B", "Shift", "L", "-", "1", "Enter"], 6)).toEqual(["BL-1"]);
});

test("what a person types is no scan, however fast and whatever it ends with", () => {
  expect(scansOf([..."4006381333931", "Enter"], 80)).toEqual([]);
  // Rolling over three keys at once, then Enter.
  expect(scansOf([..."the", " ", ..."cat", "Enter"], (at) => (at % 4 === 0 ? 90 : 30))).toEqual([]);
  expect(scansOf(["a", "b", "c", "Enter"], 10)).toEqual([]);
  expect(scansOf([..."hello", "Enter"], (at) => (at === 5 ? 300 : 30))).toEqual([]);
  expect(scansOf(["Enter", "Enter"], 5)).toEqual([]);
});

test("a scan after typing takes nothing of what was typed", () => {
  const keys = [..."12", ..."BL-100", "Enter"];
  expect(scansOf(keys, (at) => (at <= 2 ? 200 : 8))).toEqual(["BL-100"]);
});

test("a command or another key ends a burst", () => {
  const keys: Key[] = [..."BL-1"].map((key, at) => ({ key, at: at * 5, hasModifier: key === "-" }));
  const last = keys.reduce<Burst>((burst, key) => readKey(burst, key).burst, NO_BURST);
  expect(last.text).toBe("1");
  expect(scansOf(["B", "L", "Backspace", "-", "1", "Enter"], 5)).toEqual([]);
});

test("the first letter is told, so that what stood in a field can be put back", () => {
  expect(readKey(NO_BURST, { key: "B", at: 0, hasModifier: false }).isFirst).toBe(true);
  expect(readKey({ text: "B", lastAt: 0 }, { key: "L", at: 5, hasModifier: false }).isFirst).toBe(false);
  expect(readKey({ text: "B", lastAt: 0 }, { key: "L", at: 500, hasModifier: false }).isFirst).toBe(true);
});
