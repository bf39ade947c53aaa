import { v7 } from "uuid";
import type { SampleCall } from "./sample-calls.ts";

/** Samples of the procedures of backups. They stand in the central database: another factory's id is no backup of one's own. */
export const backupCalls = (backupId: string): Record<string, SampleCall> => ({
  "backup.status": { foreign: "own" },
  "backup.list": { input: { limit: 5 }, foreign: "own" },
  "backup.trigger": { input: { id: v7() }, foreign: "own" },
  "backup.cleanup": { foreign: "own" },
  "backup.download": { input: { id: backupId }, foreign: "missing" },
  "backup.openSideCopy": { input: { id: v7(), backupId }, foreign: "missing" },
  "backup.reach": { foreign: "own" },
  "backup.openCopyAt": { input: { id: v7(), at: "2026-01-01T10:30:00.000Z" }, foreign: "refused" },
  "backup.sideCopies": { input: { limit: 5 }, foreign: "own" },
  "backup.sideCopy": { input: { id: v7() }, foreign: "refused" },
  "backup.closeSideCopy": { input: { id: v7() }, foreign: "refused" },
  "backup.compare": { input: { id: v7() }, foreign: "refused" },
  "backup.differences": { input: { id: v7(), table: "product", limit: 5 }, foreign: "refused" },
  "backup.takeBack": {
    input: { id: v7(), copyId: v7(), records: [{ table: "supplier", id: v7(), version: 1 }] },
    foreign: "refused",
  },
  "backup.undoTakeBack": { input: { id: v7() }, foreign: "refused" },
  "backup.switchTo": { input: { id: v7(), confirm: "nobody" }, foreign: "refused" },
});
