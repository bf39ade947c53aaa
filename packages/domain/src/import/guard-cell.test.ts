import { expect, test } from "vitest";
import { guardCell, guardTextCell, unguardCell } from "./guard-cell.ts";

const hostile = [
  '=HYPERLINK("http://x","y")',
  "=cmd|' /C calc'!A0",
  "+1+1",
  "-2+3",
  "@SUM(A1)",
  "\t=1",
  "\r=1",
  "\n=1",
  "＝1+1",
  "＋1",
  "－1",
  "＠x",
  "'=1",
  "''=1",
  "'＝1",
];

test.each(hostile)("%j is no formula in a CSV and comes back to the letter", (text) => {
  expect(guardCell(text)).toBe(`'${text}`);
  expect(unguardCell(guardCell(text))).toBe(text);
  expect(unguardCell(guardTextCell(text))).toBe(text);
});

test.each(["Fan", "'Fan'", "", "12", "M8 x 20", "'", "O'Ring", "''"])("%j is left alone", (text) => {
  expect(guardCell(text)).toBe(text);
  expect(guardTextCell(text)).toBe(text);
  expect(unguardCell(text)).toBe(text);
});
