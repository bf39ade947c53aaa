"use client";
import { toast } from "@storehouse/ui";
import { useState } from "react";
import { v7 as newId } from "uuid";
import { trpc } from "../../trpc/client.tsx";
import { errorMessage } from "../session/index.ts";
import { t } from "../../language/t.ts";

/** Undoes one of my entries by its reversal. Pressed twice, it undoes once. */
export function useUndoEntry(entryId: string) {
  const utils = trpc.useUtils();
  const [clientId] = useState(() => newId());
  const reverse = trpc.inventory.reverse.useMutation();
  const undo = async () => {
    try {
      await reverse.mutateAsync({ clientId, entryId, reason: t("home.undoneByWhoBookedIt") });
      toast(t("home.undoneTheEntryAndIts"));
    } catch (error) {
      toast(errorMessage(error), { meaning: "problem" });
    }
    await Promise.all([utils.inventory.invalidate(), utils.products.invalidate(), utils.dashboard.invalidate()]);
  };
  return { undo: () => void undo(), isPending: reverse.isPending };
}
