import { Worker } from "node:worker_threads";

/** Why a thread gave no answer. */
export type ThreadFault = "too slow" | "out of memory" | "broken";

type Limits = Readonly<{ heapMb: number; timeoutMs: number }>;

/**
 * Runs a module in a thread of its own, with nothing of this process's environment, a bounded heap and a time limit,
 * and gives its first message or why there is none. What runs there holds up nobody here. Messages that come bit by bit are handed over
 * as they come, and null after the last; what making them throws, this throws.
 */
export function runThread<Answer>(
  module: URL,
  data: unknown,
  limits: Limits,
  feed?: AsyncIterable<unknown>,
): Promise<{ answer: Answer } | ThreadFault> {
  const worker = new Worker(module, {
    workerData: data,
    env: {},
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: limits.heapMb, maxYoungGenerationSizeMb: 32 },
  });
  return new Promise((resolve, reject) => {
    const end = (outcome: { answer: Answer } | ThreadFault) => {
      clearTimeout(timer);
      void worker.terminate();
      resolve(outcome);
    };
    const timer = setTimeout(() => end("too slow"), limits.timeoutMs);
    worker.once("message", (answer: Answer) => end({ answer }));
    worker.once("error", (error) => end(faultOf(error)));
    worker.once("exit", () => end("broken"));
    if (feed === undefined) return;
    void hand(worker, feed).catch((error: unknown) => {
      clearTimeout(timer);
      void worker.terminate();
      reject(error);
    });
  });
}

async function hand(worker: Worker, feed: AsyncIterable<unknown>): Promise<void> {
  for await (const part of feed) worker.postMessage(part);
  worker.postMessage(null);
}

const faultOf = (error: unknown): ThreadFault =>
  error instanceof Error && "code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY" ? "out of memory" : "broken";
