import { parentPort, workerData } from "node:worker_threads";
import { type EncodeWish, encodeRows } from "./encode-rows.ts";

parentPort?.postMessage(Buffer.from(await encodeRows(workerData as EncodeWish)).toString("base64"));
