"use client";
import type { BackupRow } from "@storehouse/domain";
import { Button, momentText, toast } from "@storehouse/ui";
import { v7 as newId } from "uuid";
import { trpc } from "../../trpc/client.tsx";
import { errorMessage } from "../session/index.ts";
import { W } from "./words.ts";

type RestoreButtonProps = { factoryId: string; backup: Pick<BackupRow, "id" | "startedAt" | "requestedAt"> };

/** Has a backup restored beside its factory. */
export function RestoreButton({ factoryId, backup }: RestoreButtonProps) {
  const utils = trpc.useUtils();
  const open = trpc.platform.openSideCopy.useMutation({
    onSuccess: async () => {
      toast(W.copyAsked);
      await utils.platform.sideCopies.invalidate();
    },
    onError: (error) => toast(errorMessage(error), { meaning: "problem" }),
  });
  const at = momentText(new Date(backup.startedAt ?? backup.requestedAt));
  return (
    <Button
      size="sm"
      isPending={open.isPending}
      aria-label={W.restoreCopyOf(at)}
      onClick={() => open.mutate({ factoryId, id: newId(), backupId: backup.id })}
    >
      {W.restoreCopy}
    </Button>
  );
}
