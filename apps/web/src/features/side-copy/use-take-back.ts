"use client";
import type { TakeBack, TakenRecord } from "@storehouse/domain";
import { useState } from "react";
import { v7 as newId } from "uuid";
import { trpc } from "../../trpc/client.tsx";
import { errorMessage } from "../session/index.ts";

/** Takes records back from a copy, and undoes that: what came of the last is kept to be told. */
export function useTakeBack(copyId: string) {
  const utils = trpc.useUtils();
  const [result, setResult] = useState<TakeBack | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  const taking = trpc.backup.takeBack.useMutation();
  const undoing = trpc.backup.undoTakeBack.useMutation();
  const attempt = async (work: () => Promise<TakeBack>): Promise<boolean> => {
    setRefusal(null);
    try {
      setResult(await work());
      // What was taken back may stand on any page.
      await utils.invalidate();
      return true;
    } catch (error) {
      setResult(null);
      setRefusal(errorMessage(error));
      await utils.backup.differences.invalidate();
      return false;
    }
  };
  return {
    result,
    refusal,
    isPending: taking.isPending || undoing.isPending,
    take: (records: TakenRecord[]) => attempt(() => taking.mutateAsync({ id: newId(), copyId, records })),
    undo: (id: string) => attempt(() => undoing.mutateAsync({ id })),
  };
}

export type Taking = ReturnType<typeof useTakeBack>;
