import type { LiveEvent } from "@storehouse/domain";

/** An event as the stream brings it. */
export type LiveStep = Readonly<{ id: string; data: LiveEvent }>;

/** Opens the one stream of the browser after an event; returns how to close it. `onEnd` hears that it will bring nothing more. */
export type OpenStream = (
  lastEventId: string | undefined,
  on: Readonly<{ step: (step: LiveStep) => void; end: () => void }>,
) => () => void;

export type SharedStream = Readonly<{
  /** The same for all tabs that may share: of one factory and person. */
  name: string;
  open: OpenStream;
  onEvent: (event: LiveEvent) => void;
  /** The browser's own, where it has them; without locks each tab holds a stream of its own. */
  locks?: Pick<LockManager, "request"> | undefined;
  retryMs?: number;
}>;

type Message = Readonly<{ kind: "step"; step: LiveStep } | { kind: "hello" } | { kind: "here"; id: string }>;

const RETRY_MS = 3_000;
const RETRY_MAX_MS = 15_000;
/** The server tells what happened this long before a first stream; who has waited longer starts over. */
const LOOK_BACK_MS = 8_000;

/**
 * Follows the factory's changes together with the browser's other tabs: whoever holds the lock holds the stream and passes on what it brings; when
 * that tab goes, another goes on from the last event all have seen. Returns how to leave.
 */
export function joinStream({ name, open, onEvent, locks, retryMs = RETRY_MS }: SharedStream): () => void {
  const leaving = new AbortController();
  const channel = new BroadcastChannel(name);
  const joinedAt = Date.now();
  let lastId: string | undefined;

  const say = (message: Message): void => channel.postMessage(message);
  const take = ({ id, data }: LiveStep): boolean => {
    if (lastId !== undefined && !data.isStartOver && numberOf(id) <= numberOf(lastId)) return false;
    const isLate = lastId === undefined && Date.now() - joinedAt > LOOK_BACK_MS;
    lastId = id;
    onEvent(isLate ? { isStartOver: true, changes: [] } : data);
    return true;
  };

  let isLeader = false;
  const lead = async (): Promise<void> => {
    isLeader = true;
    for (let failures = 0; !leaving.signal.aborted; failures += 1) {
      const { promise: ended, resolve: end } = Promise.withResolvers<void>();
      const close = open(lastId, {
        step: (step) => {
          failures = 0;
          if (take(step)) say({ kind: "step", step });
        },
        end,
      });
      leaving.signal.addEventListener("abort", () => end(), { once: true });
      await ended;
      close();
      await pause(Math.min(retryMs * 2 ** failures, RETRY_MAX_MS) * (0.5 + Math.random() / 2), leaving.signal);
    }
  };

  channel.onmessage = ({ data }: MessageEvent<Message>) => {
    if (data.kind === "step") take(data.step);
    else if (data.kind === "here") lastId ??= data.id;
    else if (isLeader && lastId !== undefined) say({ kind: "here", id: lastId });
  };
  say({ kind: "hello" });
  if (locks === undefined) void lead();
  // Leaving takes the request back, which is no trouble.
  else locks.request(name, { signal: leaving.signal }, lead).catch(() => undefined);
  return () => {
    leaving.abort();
    channel.close();
  };
}

const numberOf = (id: string): number => Number(id.slice(id.lastIndexOf("-") + 1));

function pause(ms: number, signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener("abort", () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
