import { parentPort, workerData } from "node:worker_threads";
import type { Cells } from "./list/column.ts";
import { encodeListCsv, encodeListWorkbook, type ListTable } from "./encode-list.ts";

/** What the thread is told before the rows come, a page a message, and null after the last. */
export type ListWish = Readonly<Omit<ListTable, "rows"> & { format: "csv" | "xlsx" }>;

const { format, ...table } = workerData as ListWish;
const rows: Cells[] = [];

parentPort?.on("message", (page: readonly Cells[] | null) => {
  if (page === null) void answer();
  else rows.push(...page);
});

async function answer(): Promise<void> {
  const whole = { ...table, rows };
  const bytes = format === "csv" ? encodeListCsv(whole) : await encodeListWorkbook(whole);
  parentPort?.postMessage(Buffer.from(bytes).toString("base64"));
}
