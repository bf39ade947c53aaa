import { parentPort, workerData } from "node:worker_threads";
import type { ExportProductsInput } from "@storehouse/domain";
import { encodeRows } from "./encode-rows.ts";
import type { ExportRow } from "./export-rows.ts";

/** What the encoder's thread is given. */
export type EncodeWish = Readonly<{ rows: readonly ExportRow[]; format: ExportProductsInput["format"] }>;

const { rows, format } = workerData as EncodeWish;
parentPort?.postMessage(Buffer.from(await encodeRows(rows, format)).toString("base64"));
