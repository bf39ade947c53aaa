import type { LiveChange, LiveEvent } from "@storehouse/domain";
import type { Caller } from "./serve.ts";

type Heard = Readonly<{ id: string; event: LiveEvent }>;

/** A stream as a browser holds it. */
export type Listener = Readonly<{
  status: number;
  heard: readonly Heard[];
  changes: () => readonly LiveChange[];
  /** The failure the stream ended with, if it told one. */
  failure: () => unknown;
  /** Resolves when the server has ended the stream. */
  ended: Promise<void>;
  cut: () => void;
}>;

type Asked = Readonly<{ url: string; lastEventId?: string | undefined; headers?: Record<string, string> }>;

/** Opens a stream with a caller's cookie and collects what comes. */
export async function listen(caller: Caller, { url, lastEventId, headers }: Asked): Promise<Listener> {
  const abort = new AbortController();
  const response = await fetch(`${url}/api/trpc/live.changes`, {
    signal: abort.signal,
    headers: {
      accept: "text/event-stream",
      origin: url,
      cookie: caller.cookie(),
      ...(lastEventId === undefined ? {} : { "last-event-id": lastEventId }),
      ...headers,
    },
  });
  const heard: Heard[] = [];
  let failure: unknown;
  const take = (frame: string): void => {
    const fields = new Map(
      frame.split("\n").map((text) => [text.slice(0, text.indexOf(":")), text.slice(text.indexOf(":") + 2)]),
    );
    const data: unknown = JSON.parse(fields.get("data") || "null");
    const kind = fields.get("event");
    if (kind === "serialized-error") failure = (data as { data: { failure: unknown } }).data.failure;
    if (kind === undefined && fields.has("id")) heard.push({ id: fields.get("id") ?? "", event: data as LiveEvent });
  };
  const read = async (): Promise<void> => {
    let text = "";
    for await (const chunk of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
      text += chunk;
      const frames = text.split("\n\n");
      text = frames.pop() ?? "";
      frames.forEach(take);
    }
  };
  return {
    status: response.status,
    heard,
    changes: () => heard.flatMap(({ event }) => event.changes),
    failure: () => failure,
    ended: read().catch(() => undefined),
    cut: () => abort.abort(),
  };
}
