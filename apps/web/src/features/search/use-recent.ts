"use client";
import type { Findable, SearchRecord } from "@storehouse/domain";
import { useStored } from "@storehouse/ui";
import { useMe } from "../session/index.ts";
import { keyOf } from "./use-records.ts";

const KEPT = 12;
const SHOWN = 6;

/**
 * What was lately found and used on this device. Only ids are kept: what a record is called, and whether this person may still see it, the
 * index says each time.
 */
export function useRecent(findables: readonly Findable[]) {
  const { dbName, userId } = useMe();
  const [text, setText] = useStored(`storehouse.recent.${dbName}.${userId}`);
  const keys = text === null || text === "" ? [] : text.split(" ");
  const wanted = new Set(keys);
  const known = new Map<string, SearchRecord>();
  if (keys.length > 0) {
    for (const { record } of findables) if (wanted.has(keyOf(record))) known.set(keyOf(record), record);
  }
  return {
    recent: keys.flatMap((key) => known.get(key) ?? []).slice(0, SHOWN),
    remember: (record: SearchRecord) => {
      // An entry is no part of the index: nothing could name it later.
      if (record.kind === "entry") return;
      const key = keyOf(record);
      setText([key, ...keys.filter((one) => one !== key)].slice(0, KEPT).join(" "));
    },
  };
}
