import { expect, test } from "vitest";
import { CHUNK_MAX, marks, padded, rowChunks } from "./row-chunks.ts";

const numbers = (count: number): number[] => Array.from({ length: count }, (_, at) => at);

test("rows are cut into runs of few sizes, none lost and in their order", () => {
  const sizes = new Set<number>();
  for (let count = 0; count <= 2 * CHUNK_MAX + 5; count += 1) {
    const chunks = rowChunks(numbers(count));
    expect(chunks.flat()).toEqual(numbers(count));
    for (const { length } of chunks) sizes.add(length);
  }
  expect([...sizes].toSorted((a, b) => a - b)).toEqual([1, 2, 4, 16, 64, 256]);
});

test("keys are padded to one of few sizes by naming the last again", () => {
  expect(padded(numbers(3))).toEqual([0, 1, 2, 2]);
  expect(padded(numbers(1))).toEqual([0]);
  expect(new Set(numbers(CHUNK_MAX).map((count) => padded(numbers(count + 1)).length))).toEqual(
    new Set([1, 2, 4, 16, 64, 256]),
  );
});

test("marks are groups of question marks", () => {
  expect(marks(2, 3)).toBe("(?,?,?),(?,?,?)");
});
