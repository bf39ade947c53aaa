import { v7 } from "uuid";
import type { Population } from "./populate.ts";
import type { SampleCall } from "./sample-calls.ts";

/** Samples of what is done with a whole list: its file, and changes of many records. */
export function bulkCalls({ bulkId, supplierId }: Population): Record<string, SampleCall> {
  const suppliers = { list: "suppliers", filters: {} };
  const chosen = { isAll: false, ids: [supplierId] };
  const change = { field: "isArchived", value: true };
  const columns = [{ id: "name", title: "Business name" }];
  return {
    "lists.export": { input: { ...suppliers, format: "csv", columns }, foreign: "own" },
    "bulk.count": { input: suppliers, foreign: "own" },
    "bulk.preview": { input: { ...suppliers, id: v7(), chosen, change }, foreign: "own" },
    "bulk.commit": { input: { id: bulkId }, foreign: "missing" },
    "bulk.undo": { input: { id: bulkId }, foreign: "missing" },
    "bulk.get": { input: { id: bulkId }, foreign: "missing" },
    "bulk.rows": { input: { id: bulkId, states: ["PLANNED"] }, foreign: "missing" },
    "bulk.list": { input: { limit: 5 }, foreign: "own" },
  };
}
