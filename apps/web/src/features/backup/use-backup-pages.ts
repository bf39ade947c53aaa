"use client";
import type { BackupRow } from "@storehouse/domain";
import { getQueryKey } from "@trpc/react-query";
import { trpc } from "../../trpc/client.tsx";
import { usePages } from "../../trpc/use-pages.ts";

const INPUT = { limit: 50 };

/** The factory's backups, latest first. */
export function useBackupPages() {
  const utils = trpc.useUtils();
  return usePages<BackupRow>(getQueryKey(trpc.backup.list, INPUT, "infinite"), (after, signal) =>
    utils.client.backup.list.query({ ...INPUT, ...(after ? { after } : {}) }, { signal }),
  );
}
