"use client";
import { Button, momentText, toast } from "@storehouse/ui";
import { Layers2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { v7 as newId } from "uuid";
import { t } from "../../language/t.ts";
import { trpc } from "../../trpc/client.tsx";
import { errorMessage } from "../session/index.ts";

/** Opens a copy of a backup beside the factory, and goes to watch it. */
export function OpenCopyButton({ backupId, at }: { backupId: string; at: string }) {
  const router = useRouter();
  const utils = trpc.useUtils();
  const open = trpc.backup.openSideCopy.useMutation({
    onSuccess: async ({ id }) => {
      router.push(`/backups/copies/${id}`);
      await utils.backup.sideCopies.invalidate();
    },
    onError: (error) => toast(errorMessage(error), { meaning: "problem" }),
  });
  return (
    <Button
      size="sm"
      isPending={open.isPending}
      aria-label={t("sideCopy.openOf", { at: momentText(new Date(at)) })}
      onClick={() => open.mutate({ id: newId(), backupId })}
    >
      <Layers2 aria-hidden />
      {t("sideCopy.open")}
    </Button>
  );
}
