import { v7 } from "uuid";
import { expect, test } from "vitest";
import { newScan, type Scan } from "./scan.ts";
import { openScanStore } from "./scan-store.ts";
import { FIRST_SETUP } from "./setup.ts";

/** A browser's storage, which may be full. */
function newStorage(isFull = false): Storage {
  const kept = new Map<string, string>();
  return {
    get length() {
      return kept.size;
    },
    key: (index) => [...kept.keys()][index] ?? null,
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, text) => {
      if (isFull) throw new Error("QuotaExceededError");
      kept.set(key, text);
    },
    removeItem: (key) => void kept.delete(key),
    clear: () => kept.clear(),
  };
}
const NOW = Date.parse("2026-03-01T10:00:00Z");
const scanAt = (at: number, more: Partial<Scan> = {}): Scan => ({
  ...newScan(FIRST_SETUP, { id: v7({ msecs: at }), code: "BL-1", at: new Date(at).toISOString(), quantityText: "1" }),
  ...more,
});

test("a scan is there again after a reload, in the order they were read, and only for whose it is", () => {
  const storage = newStorage();
  const store = openScanStore("a.", storage, () => NOW);
  const [first, second] = [scanAt(NOW), scanAt(NOW + 5)];
  store.put(second);
  store.put(first);
  store.patch(first.id, { state: { kind: "unknown" } });
  const again = openScanStore("a.", storage, () => NOW);
  expect(again.all().map(({ id, state }) => [id, state.kind])).toEqual([
    [first.id, "unknown"],
    [second.id, "waiting"],
  ]);
  expect(openScanStore("b.", storage, () => NOW).all()).toEqual([]);
});

test("what is stored is forgotten after a day, what is not stays however old it is", () => {
  const storage = newStorage();
  const store = openScanStore("a.", storage, () => NOW);
  const old = scanAt(NOW - 3 * 86_400_000);
  store.put(old);
  store.put(scanAt(NOW - 3 * 86_400_000, { state: { kind: "undone" } }));
  expect(
    openScanStore("a.", storage, () => NOW)
      .all()
      .map(({ id }) => id),
  ).toEqual([old.id]);
});

test("four hundred scans leave the last three hundred on the device, and what waits for a person", () => {
  const storage = newStorage();
  const store = openScanStore("a.", storage, () => NOW);
  const unknown = scanAt(NOW - 1, { state: { kind: "unknown" } });
  store.put(unknown);
  for (let at = 0; at < 400; at += 1) store.put(scanAt(NOW + at, { state: { kind: "undone" } }));
  expect(store.all()).toHaveLength(301);
  expect(storage.length).toBe(301);
  expect(store.all()[0]).toEqual(unknown);
  expect(store.all().at(-1)?.at).toBe(new Date(NOW + 399).toISOString());
});

test("a browser that refuses to keep is told of, and nothing is lost while the page lasts", () => {
  const store = openScanStore("a.", newStorage(true), () => NOW);
  const scan = scanAt(NOW);
  expect(store.isKept()).toBe(true);
  store.put(scan);
  expect(store.isKept()).toBe(false);
  expect(store.all()).toEqual([scan]);
});

test("what was removed stays away, also when an answer for it comes later", () => {
  const store = openScanStore("a.", newStorage(), () => NOW);
  const scan = scanAt(NOW);
  store.put(scan);
  store.remove(scan.id);
  store.patch(scan.id, { state: { kind: "unknown" } });
  expect(store.all()).toEqual([]);
});
