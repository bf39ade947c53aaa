import type { Posted, PostInput, VariantChoice } from "@storehouse/domain";
import { v7 } from "uuid";
import { expect, test } from "vitest";
import { newScan, type Scan } from "./scan.ts";
import { openScanSender, type ScanApi } from "./scan-sender.ts";
import { openScanStore, type ScanStore } from "./scan-store.ts";
import { FIRST_SETUP, type ScanSetup } from "./setup.ts";

const choiceOf = (code: string): VariantChoice => ({
  variantId: `v-${code}`,
  productId: `p-${code}`,
  sku: code,
  productName: code,
  variantName: null,
  unit: "pcs",
  unitDecimals: 0,
  onHand: "0",
  defaultLocationId: "usual",
  isExact: true,
  units: [{ unitId: "u", code: "pcs", numerator: 1, denominator: 1 }],
});

/** A ledger that answers each id once and the same, over a line that can be cut on the way there or on the way back. */
function newLedger() {
  const booked = new Map<string, string>();
  const undone = new Set<string>();
  const requests: string[] = [];
  let line: "up" | "down" | "answers lost" = "up";
  const over = async <T>(answer: () => T): Promise<T> => {
    await Promise.resolve();
    if (line === "down") throw new Error("outage");
    const given = answer();
    if (line === "answers lost") throw new Error("outage");
    return given;
  };
  const post = (input: PostInput) =>
    over((): Posted => {
      const text = JSON.stringify(input);
      if ((booked.get(input.clientId) ?? text) !== text) throw new Error("KEY_REUSED");
      booked.set(input.clientId, text);
      requests.push(input.lines[0]?.variantId ?? "");
      const line = { variantId: "", locationId: "usual", quantity: "1", balance: String(booked.size) };
      return { postingId: `posting-${input.clientId}`, entries: [{ entryId: "e", ...line }] };
    });
  const api: ScanApi = {
    findByCode: (code) =>
      over(() =>
        code.startsWith("?") ? [] : code.startsWith("=") ? [choiceOf("A"), choiceOf("B")] : [choiceOf(code)],
      ),
    post,
    transfer: () => Promise.reject(new Error("not asked for")),
    reverse: (input) =>
      over(() => {
        if (undone.has(input.postingId ?? "")) throw new Error("ALREADY_REVERSED");
        undone.add(input.postingId ?? "");
      }),
  };
  return { api, booked, undone, requests, cut: (next: typeof line) => void (line = next) };
}

function newSession(ledger: ReturnType<typeof newLedger>, kept = new Map<string, string>(), now = Date.now) {
  const storage = {
    get length() {
      return kept.size;
    },
    key: (index: number) => [...kept.keys()][index] ?? null,
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, text: string) => void kept.set(key, text),
    removeItem: (key: string) => void kept.delete(key),
    clear: () => kept.clear(),
  };
  const store = openScanStore("s.", storage);
  const sender = openScanSender({
    store,
    api: ledger.api,
    judge: (error) => {
      const text = error instanceof Error ? error.message : "";
      if (text === "outage") return { kind: "later", afterMs: null };
      return text === "ALREADY_REVERSED" ? { kind: "undone" } : { kind: "refused", text };
    },
    words: { place: "Choose a place.", undo: "Undone right after scanning" },
    onSettled: () => undefined,
    now,
  });
  const scan = (code: string, setup: ScanSetup = FIRST_SETUP): string => {
    const id = v7();
    store.put(newScan(setup, { id, code, at: new Date().toISOString(), quantityText: "1" }));
    sender.pump();
    return id;
  };
  return { store, sender, scan, kept };
}

const quiet = () => new Promise((resolve) => setTimeout(resolve, 20));
const kindsOf = (store: ScanStore) => store.all().map(({ state }) => state.kind);
const isOf = (kind: Scan["state"]["kind"]) => (one: string) => one === kind;

test("a hundred scans at once are a hundred bookings, those of the same goods in order", async () => {
  const ledger = newLedger();
  const { store, scan } = newSession(ledger);
  const codes = Array.from({ length: 100 }, (_, index) => `C${index % 7}`);
  for (const code of codes) scan(code);
  await quiet();
  expect(kindsOf(store).every(isOf("stored"))).toBe(true);
  expect(ledger.booked.size).toBe(100);
});

test("scans of a time without a connection wait, and each is booked once when it is back", async () => {
  const ledger = newLedger();
  const { store, sender, scan } = newSession(ledger);
  scan("A");
  await quiet();
  ledger.cut("down");
  for (const code of ["A", "B", "A"]) scan(code);
  await quiet();
  expect(kindsOf(store)).toEqual(["stored", "waiting", "waiting", "waiting"]);
  ledger.cut("up");
  sender.pump();
  await quiet();
  expect(kindsOf(store).every(isOf("stored"))).toBe(true);
  expect(ledger.booked.size).toBe(4);
});

test("what was scanned while nothing could be reached says when that was", async () => {
  const ledger = newLedger();
  const { store, sender, scan } = newSession(ledger, new Map(), () => Date.now() + 300_000);
  sender.hold(true);
  const id = scan("A");
  await quiet();
  expect(store.get(id)).toMatchObject({ state: { kind: "waiting" }, request: null });
  sender.hold(false);
  await quiet();
  expect(store.get(id)?.state.kind).toBe("stored");
  expect(store.get(id)?.request?.input.occurredAt).toBe(store.get(id)?.at);
});

test("an answer that was lost is asked for again under the same id: booked once", async () => {
  const ledger = newLedger();
  const { store, sender, scan } = newSession(ledger);
  scan("A");
  await quiet();
  ledger.cut("answers lost");
  scan("A");
  await quiet();
  expect(kindsOf(store)).toEqual(["stored", "waiting"]);
  expect(ledger.booked.size).toBe(2);
  ledger.cut("up");
  sender.pump();
  await quiet();
  expect(kindsOf(store)).toEqual(["stored", "stored"]);
  expect(ledger.booked.size).toBe(2);
});

test("a reload in the middle sends what was not stored, as the same bookings", async () => {
  const ledger = newLedger();
  const before = newSession(ledger);
  ledger.cut("answers lost");
  before.scan("A");
  before.scan("B");
  await quiet();
  before.sender.stop();
  ledger.cut("up");
  const after = newSession(ledger, before.kept);
  after.sender.pump();
  await quiet();
  expect(kindsOf(after.store)).toEqual(["stored", "stored"]);
  expect(ledger.booked.size).toBe(2);
});

test("an undo before the answer is known waits for it, and takes back what was booked", async () => {
  const ledger = newLedger();
  const { store, sender, scan } = newSession(ledger);
  scan("A");
  await quiet();
  ledger.cut("answers lost");
  const id = scan("A");
  await quiet();
  store.patch(id, { undoId: v7() });
  ledger.cut("up");
  sender.pump();
  await quiet();
  expect(store.get(id)?.state.kind).toBe("undone");
  expect([...ledger.undone]).toEqual([`posting-${id}`]);
});

test("an undo of what never reached the ledger books nothing at all", async () => {
  const ledger = newLedger();
  const { store, sender, scan } = newSession(ledger);
  ledger.cut("down");
  const id = scan("A");
  await quiet();
  store.patch(id, { undoId: v7() });
  ledger.cut("up");
  sender.pump();
  await quiet();
  expect(store.get(id)?.state.kind).toBe("undone");
  expect(ledger.booked.size).toBe(0);
});

test("an undo whose answer was lost is asked for again and is one", async () => {
  const ledger = newLedger();
  const { store, sender, scan } = newSession(ledger);
  const id = scan("A");
  await quiet();
  ledger.cut("answers lost");
  store.patch(id, { undoId: v7() });
  sender.pump();
  await quiet();
  expect(store.get(id)?.state.kind).toBe("stored");
  ledger.cut("up");
  sender.pump();
  await quiet();
  expect(store.get(id)?.state.kind).toBe("undone");
  expect(ledger.undone.size).toBe(1);
});

test("a code that nothing has, one that two have, and one without a place wait for a person and hold nobody up", async () => {
  const ledger = newLedger();
  const { store, scan } = newSession(ledger);
  for (const code of ["?1", "=1", "A"]) scan(code);
  scan("B", { ...FIRST_SETUP, action: "look" });
  await quiet();
  expect(kindsOf(store)).toEqual(["unknown", "ambiguous", "stored", "found"]);
  expect(ledger.requests).toEqual(["v-A"]);
});
