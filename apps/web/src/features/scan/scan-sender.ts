import type { Posted, PostInput, ReverseInput, TransferInput, VariantChoice } from "@storehouse/domain";
import { isPending, nextToSend, quantityOf, requestOf, type Scan, type ScanRequest } from "./scan.ts";
import type { ScanStore } from "./scan-store.ts";

/** So many requests are on their way at once. */
const MOST = 4;
/** A code is looked up again after this. */
const KNOWN_MS = 10 * 60_000;
/** What was scanned longer ago than this says when it happened; the rest happened when it was stored. */
const LATE_MS = 60_000;

/** What the sender asks of the server. */
export type ScanApi = Readonly<{
  findByCode: (code: string) => Promise<readonly VariantChoice[]>;
  post: (input: PostInput) => Promise<Posted>;
  transfer: (input: TransferInput) => Promise<Posted>;
  reverse: (input: ReverseInput) => Promise<unknown>;
}>;

/** What an error means for the queue: no answer, so ask again later; undone by somebody already; or a refusal, in words. */
export type Judged = Readonly<
  { kind: "later"; afterMs: number | null } | { kind: "undone" } | { kind: "refused"; text: string }
>;

type SenderOptions = Readonly<{
  store: ScanStore;
  api: ScanApi;
  judge: (error: unknown) => Judged;
  words: Readonly<Record<string, string>>;
  /** Told when a scan was settled, for the ear and for what shows stock. */
  onSettled: (scan: Scan) => void;
  now?: () => number;
}>;

/** Brings scans to the ledger in order, each once, however often it has to ask. */
export type ScanSender = Readonly<{
  pump: () => void;
  /** Sends nothing while held, as when nothing can be reached: what is not asked for yet can still say when it happened. */
  hold: (isHeld: boolean) => void;
  forgetCode: (code: string) => void;
  stop: () => void;
}>;

/** Opens a sender. `pump` sends what waits; after an outage it is to be called again. */
export function openScanSender({ store, api, judge, words, onSettled, now = Date.now }: SenderOptions): ScanSender {
  const busy = new Set<string>();
  const known = new Map<string, Readonly<{ rows: readonly VariantChoice[]; at: number }>>();
  let isPaused = false;
  let isHeld = false;
  let isStopped = false;

  const pump = () => {
    isPaused = false;
    send();
  };
  const send = () => {
    if (isPaused || isHeld || isStopped) return;
    for (const scan of nextToSend(store.all(), busy, MOST)) {
      busy.add(scan.id);
      void work(scan.id).finally(() => {
        busy.delete(scan.id);
        send();
      });
    }
  };
  const lookUp = async (code: string) => {
    const before = known.get(code);
    if (before !== undefined && now() - before.at < KNOWN_MS) return before.rows;
    const rows = await api.findByCode(code);
    if (rows.length > 0) known.set(code, { rows, at: now() });
    return rows;
  };
  const settle = (id: string, change: Partial<Scan>) => {
    store.patch(id, change);
    const scan = store.get(id);
    if (scan !== undefined) onSettled(scan);
  };
  const work = async (id: string) => {
    try {
      await advance(id);
    } catch (error) {
      const judged = judge(error);
      const scan = store.get(id);
      if (judged.kind === "later") {
        isPaused = true;
        if (judged.afterMs !== null) setTimeout(pump, judged.afterMs);
      } else if (scan?.state.kind === "stored") {
        const isUndone = judged.kind === "undone";
        settle(id, isUndone ? { state: { kind: "undone" } } : { undoId: null, undoTrouble: judged.text });
      } else settle(id, { state: { kind: "refused", text: judged.kind === "refused" ? judged.text : "" } });
    }
  };
  /** Takes a scan as far as it goes: known, stored, and undone where that is wanted. */
  const advance = async (id: string) => {
    const scan = store.get(id);
    if (scan === undefined || !isPending(scan)) return;
    if (scan.state.kind === "stored") return undo(scan, scan.state.postingId);
    // Never asked of the ledger, so there is nothing to take back there.
    if (scan.undoId !== null && scan.request === null) return settle(id, { state: { kind: "undone" } });
    const request = scan.request ?? (await prepare(scan));
    if (request === undefined) return;
    const posted = await (request.kind === "post" ? api.post(request.input) : api.transfer(request.input));
    settle(id, { state: storedOf(posted, request) });
    const stored = store.get(id);
    if (stored && stored.undoId !== null) await undo(stored, posted.postingId);
  };
  const undo = async (scan: Scan, postingId: string) => {
    await api.reverse({ clientId: scan.undoId ?? scan.id, postingId, reason: words["undo"] ?? "" });
    settle(scan.id, { state: { kind: "undone" } });
  };
  /** Finds what the code stands for and fixes what is asked, before it is asked for the first time. */
  const prepare = async (scan: Scan): Promise<ScanRequest | undefined> => {
    const rows = scan.choice === null ? await lookUp(scan.code) : [scan.choice];
    const current = store.get(scan.id);
    if (current === undefined || current.state.kind !== "waiting") return undefined;
    if (current.undoId !== null) settle(scan.id, { state: { kind: "undone" } });
    else if (rows[0] === undefined) settle(scan.id, { state: { kind: "unknown" } });
    else if (rows.length > 1) settle(scan.id, { state: { kind: "ambiguous", choices: rows } });
    else if (scan.action === "look") settle(scan.id, { choice: rows[0], state: { kind: "found" } });
    else return fix(current, rows[0]);
    return undefined;
  };
  const fix = (scan: Scan, choice: VariantChoice): ScanRequest | undefined => {
    const read = quantityOf(scan, choice);
    const late = now() - Date.parse(scan.at) > LATE_MS ? scan.at : undefined;
    const request = "quantity" in read ? requestOf(scan, choice, read.quantity, late) : { missing: read.reason };
    if ("missing" in request) {
      settle(scan.id, { choice, state: { kind: "refused", text: words[request.missing] ?? "" } });
      return undefined;
    }
    store.patch(scan.id, { choice, request });
    return request;
  };
  const hold = (next: boolean) => {
    isHeld = next;
    if (!next) pump();
  };
  return { pump, hold, forgetCode: (code) => void known.delete(code), stop: () => void (isStopped = true) };
}

function storedOf({ postingId, entries }: Posted, { kind, input }: ScanRequest): Scan["state"] {
  const atId = kind === "transfer" ? input.toLocationId : (input.lines[0]?.locationId ?? "");
  const entry = entries.find((one) => one.locationId === atId) ?? entries[0];
  return { kind: "stored", postingId, quantity: entry?.quantity ?? "0", left: entry?.balance ?? "0", atId };
}
