import { spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";

/** Where a process is killed: at a named point, at the n-th point, or at some moment of so many milliseconds after its first. */
export type KillAt = string | number | Readonly<{ withinMs: number }>;

/** Work that is to be cut off. The text is a module; it has `wish`, and calls `reach(point)` wherever it may be killed. */
export type DoomedWork = Readonly<{ code: string; wish: object; folder: string }>;

/** How it ended: the signal is null when the work was done before it could be killed. */
export type Died = Readonly<{ signal: string | null; points: number; ms: number }>;

/** `tapped` makes sessions reach `before …` and `after …` of each statement, so that DDL is cut off on both its sides. */
const PRELUDE = `
  const { dieAt, ...wish } = JSON.parse(process.argv[1]);
  let reached = 0;
  function reach(point) {
    reached += 1;
    process.stdout.write(point + "\\n");
    if (point === dieAt || reached === dieAt) process.kill(process.pid, "SIGKILL");
  }
  function tapped(provisioner) {
    const tap = (work) => async (text, ...values) => {
      reach("before " + text.replaceAll(/\\s+/g, " "));
      const done = await work(text, ...values);
      reach("after " + text.replaceAll(/\\s+/g, " "));
      return done;
    };
    const openSession = async () => {
      const session = await provisioner.openSession();
      return { ...session, run: tap(session.run), rows: tap(session.rows) };
    };
    return { ...provisioner, openSession };
  }
`;

/** Does the work in a process of its own, which is killed by SIGKILL: nothing is closed, nobody is told. For tests. */
export async function runAndDie({ code, wish, folder }: DoomedWork, at: KillAt): Promise<Died> {
  const told = JSON.stringify({ ...wish, dieAt: typeof at === "object" ? null : at });
  const child = spawn(process.execPath, ["--input-type=module", "-e", PRELUDE + code, told], {
    cwd: folder,
    stdio: ["ignore", "pipe", "inherit"],
  });
  const closed = once(child, "close");
  let text = "";
  let begunAt = 0;
  child.stdout.setEncoding("utf8").on("data", (part: string) => {
    text += part;
    if (begunAt > 0) return;
    // Starting a process takes as long as much of what is cut off.
    begunAt = Date.now();
    if (typeof at === "object") void sleep(Math.random() * at.withinMs).then(() => child.kill("SIGKILL"));
  });
  const [status, signal] = (await closed) as [number | null, string | null];
  if (status !== null && status !== 0) throw new Error(`What was to be killed ended by itself with ${status}.`);
  return { signal, points: text.split("\n").length - 1, ms: begunAt === 0 ? 0 : Date.now() - begunAt };
}

/** A few of the points; with a number of kills all of them, and so many more at moments drawn by lot. */
export function killCases(
  wanted: string | undefined,
  points: readonly string[],
  few: readonly string[] = points,
): readonly string[] {
  if (wanted === undefined) return few;
  const more = Math.max(0, Number(wanted) - points.length);
  return [...points, ...Array.from({ length: more }, (_, index) => `moment ${index + 1}`)];
}
