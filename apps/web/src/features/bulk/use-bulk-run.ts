"use client";
import type { BulkChange, BulkStatus, PreviewBulkWish } from "@storehouse/domain";
import type { Selection } from "@storehouse/ui";
import { useState } from "react";
import { v7 as newId } from "uuid";
import { fieldsOf } from "../../trpc/failure-of.ts";
import { trpc } from "../../trpc/client.tsx";
import { errorMessage } from "../session/index.ts";
import type { BulkTarget, FieldErrors } from "./use-bulk.tsx";

type Trouble = Readonly<{ text: string; fields: FieldErrors }>;

/** A change of many, from its preview over each part that is applied to its undo. `first` is one that was applied before. */
export function useBulkRun(first: BulkStatus | null = null) {
  const utils = trpc.useUtils();
  const [status, setStatus] = useState<BulkStatus | null>(first);
  const [isPending, setPending] = useState(false);
  const [trouble, setTrouble] = useState<Trouble | null>(null);

  const attempt = async (work: () => Promise<void>) => {
    setPending(true);
    setTrouble(null);
    try {
      await work();
    } catch (error) {
      setTrouble({ text: errorMessage(error), fields: fieldsOf(error) ?? {} });
    } finally {
      setPending(false);
    }
  };

  /** The server does a few seconds of it at a time; sent again, it goes on. */
  const walk = (step: "commit" | "undo", id: string) =>
    attempt(async () => {
      try {
        let now: BulkStatus;
        do {
          now = await utils.client.bulk[step].mutate({ id });
          setStatus(now);
        } while (now.state === "APPLYING" || now.state === "UNDOING");
      } finally {
        await utils.invalidate();
      }
    });

  return {
    status,
    isPending,
    trouble,
    preview: (target: BulkTarget, selection: Selection, change: BulkChange) =>
      attempt(async () => {
        const chosen = { isAll: selection.isAll, ids: [...selection.ids] };
        const wish = { ...target, id: newId(), chosen, change } as PreviewBulkWish;
        setStatus(await utils.client.bulk.preview.mutate(wish));
      }),
    apply: () => (status ? walk("commit", status.id) : undefined),
    undo: () => (status ? walk("undo", status.id) : undefined),
    back: () => setStatus(null),
  };
}

export type BulkRun = ReturnType<typeof useBulkRun>;
