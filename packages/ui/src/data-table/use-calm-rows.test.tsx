import { act, renderHook } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { useCalmRows } from "./use-calm-rows.ts";

type Row = Readonly<{ id: string; left: number }>;
const rowId = ({ id }: Row): string => id;
const row = (id: string, left = 1): Row => ({ id, left });

const showing = (rows: readonly Row[], listKey = "all") =>
  renderHook(({ now, key }) => useCalmRows(now, rowId, key), { initialProps: { now: rows, key: listKey } });

test("what changed or came is lit for a moment, and nothing else", () => {
  vi.useFakeTimers();
  const { result, rerender } = showing([row("a"), row("b")]);
  expect(result.current.litIds.size).toBe(0);
  rerender({ now: [row("new"), row("a"), row("b", 2)], key: "all" });
  expect([...result.current.litIds]).toEqual(["new", "b"]);
  act(() => {
    vi.advanceTimersByTime(3000);
  });
  expect(result.current.litIds.size).toBe(0);
  vi.useRealTimers();
});

test("another list, and what is loaded further down, are not lit", () => {
  const { result, rerender } = showing([row("a"), row("b")]);
  rerender({ now: [row("a"), row("b"), row("c")], key: "all" });
  expect(result.current.litIds.size).toBe(0);
  rerender({ now: [row("x"), row("a", 5)], key: "filtered" });
  expect(result.current.litIds.size).toBe(0);
});

test("under the pointer rows keep their places, and show what they are now", () => {
  const { result, rerender } = showing([row("a"), row("b"), row("c")]);
  act(() => result.current.hold());
  rerender({ now: [row("new"), row("b", 7), row("a")], key: "all" });
  expect(result.current.rows).toEqual([row("a"), row("b", 7), row("c")]);
  expect(result.current.waiting).toBe(1);
  act(() => result.current.release());
  expect(result.current.rows.map(rowId)).toEqual(["new", "b", "a"]);
  expect(result.current.waiting).toBe(0);
});

test("what is loaded further down comes while the pointer is there, and another list at once", () => {
  const { result, rerender } = showing([row("a"), row("b")]);
  act(() => result.current.hold());
  rerender({ now: [row("a"), row("b"), row("c")], key: "all" });
  expect(result.current.rows.map(rowId)).toEqual(["a", "b", "c"]);
  expect(result.current.waiting).toBe(0);
  rerender({ now: [row("z")], key: "filtered" });
  expect(result.current.rows.map(rowId)).toEqual(["z"]);
});
