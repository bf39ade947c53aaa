import type { CentralDb } from "@storehouse/db";
import type { OutboxKind } from "@storehouse/domain";
import { markOutbox } from "./outbox-marks.ts";

/** Tells the worker which factories have something to send, a moment after each was heard of, once for all that happened meanwhile. */
export type OutboxMarker = Readonly<{
  note: (factoryId: string, kind: OutboxKind) => void;
  /** Tells what is not told yet. */
  flush: () => Promise<void>;
}>;

const GATHER_MS = 150;

/** Makes the marker of a process. What can't be told is let go of: the worker looks at every factory now and then. */
export function createOutboxMarker(central: CentralDb, onTrouble: (error: unknown) => void): OutboxMarker {
  let waiting = new Map<string, Readonly<{ factoryId: string; kind: OutboxKind }>>();
  let timer: NodeJS.Timeout | undefined;

  async function flush(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    const told = [...waiting.values()];
    waiting = new Map();
    const now = new Date();
    const marks = told.map(({ factoryId, kind }) => markOutbox(central, kind, factoryId, now).catch(onTrouble));
    await Promise.all(marks);
  }

  return {
    note: (factoryId, kind) => {
      waiting.set(`${kind} ${factoryId}`, { factoryId, kind });
      timer ??= setTimeout(() => void flush(), GATHER_MS).unref();
    },
    flush,
  };
}
