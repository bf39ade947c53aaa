import type { LiveEvent } from "@storehouse/domain";
import { afterEach, expect, test, vi } from "vitest";
import { joinStream, type LiveStep, type OpenStream, type SharedStream } from "./share-stream.ts";

const event = (id: string): LiveEvent => ({ isStartOver: false, changes: [{ topic: "units", ids: [id] }] });

/** Locks as browsers keep them: one holder at a time, the others in line. */
function createLocks(): SharedStream["locks"] {
  let line: Promise<unknown> = Promise.resolve();
  const request = (_name: string, { signal }: { signal: AbortSignal }, hold: () => Promise<void>): Promise<void> => {
    const turn = line.then(() => (signal.aborted ? undefined : hold()));
    line = turn.catch(() => undefined);
    return turn;
  };
  return { request: request as LockManager["request"] };
}

/** A server that remembers who has a stream open, and after which event. */
function createServer() {
  const streams: { after: string | undefined; step: (step: LiveStep) => void; end: () => void; isOpen: boolean }[] = [];
  const open: OpenStream = (after, { step, end }) => {
    const stream = { after, step, end, isOpen: true };
    streams.push(stream);
    return () => {
      stream.isOpen = false;
    };
  };
  const now = () => streams.filter(({ isOpen }) => isOpen);
  const send = (id: string, data = event(id)): void => {
    for (const stream of now()) stream.step({ id: `f-${id}`, data });
  };
  return { open, send, now, all: streams };
}

const leavers: (() => void)[] = [];
afterEach(() => {
  for (const leave of leavers.splice(0)) leave();
});

let names = 0;
function createBrowser(hasLocks = true) {
  const server = createServer();
  const locks = hasLocks ? createLocks() : undefined;
  const name = `browser ${(names += 1)}`;
  const tab = () => {
    const heard: LiveEvent[] = [];
    const leave = joinStream({ name, open: server.open, onEvent: (got) => heard.push(got), locks, retryMs: 5 });
    leavers.push(leave);
    const ids = () => heard.flatMap(({ changes }) => changes.flatMap((change) => change.ids ?? []));
    return { heard, ids, leave };
  };
  return { server, tab };
}

test("however many tabs there are, one stream feeds all of them, each event once", async () => {
  const { server, tab } = createBrowser();
  const tabs = [tab(), tab(), tab()];
  await vi.waitFor(() => expect(server.now()).toHaveLength(1));
  server.send("1");
  server.send("1");
  server.send("2");
  for (const { ids } of tabs) await vi.waitFor(() => expect(ids()).toEqual(["1", "2"]));
  expect(server.all).toHaveLength(1);
});

test("when the tab with the stream goes, another goes on from the last event", async () => {
  const { server, tab } = createBrowser();
  const [first, second] = [tab(), tab()];
  await vi.waitFor(() => expect(server.now()).toHaveLength(1));
  server.send("1");
  await vi.waitFor(() => expect(second.ids()).toEqual(["1"]));
  first.leave();
  await vi.waitFor(() => expect(server.now()).toMatchObject([{ after: "f-1" }]));
  server.send("2");
  await vi.waitFor(() => expect(second.ids()).toEqual(["1", "2"]));
  expect(first.ids()).toEqual(["1"]);
});

test("a tab that came later knows where it stands, even if nothing has happened since", async () => {
  const { server, tab } = createBrowser();
  const first = tab();
  await vi.waitFor(() => expect(server.now()).toHaveLength(1));
  server.send("7");
  const second = tab();
  // Until the greeting has been answered.
  await new Promise((resolve) => setTimeout(resolve, 50));
  first.leave();
  await vi.waitFor(() => expect(server.now()).toMatchObject([{ after: "f-7" }]));
  expect(second.heard).toEqual([]);
});

test("a stream that ended is opened again where it stood", async () => {
  const { server, tab } = createBrowser();
  const { ids } = tab();
  await vi.waitFor(() => expect(server.now()).toHaveLength(1));
  server.send("1");
  server.now()[0]?.end();
  await vi.waitFor(() => expect(server.now()).toMatchObject([{ after: "f-1" }]));
  server.send("2");
  expect(ids()).toEqual(["1", "2"]);
});

test("after word to start over, smaller numbers count again", async () => {
  const { server, tab } = createBrowser();
  const { heard, ids } = tab();
  await vi.waitFor(() => expect(server.now()).toHaveLength(1));
  server.send("9");
  server.send("3", { isStartOver: true, changes: [] });
  server.send("4");
  expect(ids()).toEqual(["9", "4"]);
  expect(heard[1]).toEqual({ isStartOver: true, changes: [] });
});

test("without locks each tab has a stream of its own, and still hears each event once", async () => {
  const { server, tab } = createBrowser(false);
  const tabs = [tab(), tab()];
  await vi.waitFor(() => expect(server.now()).toHaveLength(2));
  server.send("1");
  await new Promise((resolve) => setTimeout(resolve, 50));
  for (const { ids } of tabs) expect(ids()).toEqual(["1"]);
});
