"use client";
import { Button, toast } from "@storehouse/ui";
import { Archive, ArchiveRestore } from "lucide-react";
import { useState } from "react";
import { errorMessage } from "../features/session/index.ts";
import { t } from "../language/t.ts";

type ArchiveButtonProps = {
  record: Readonly<{ id: string; version: number; isArchived: boolean }>;
  archive: (input: { id: string; version: number; isArchived: boolean }) => Promise<{ version: number }>;
  onDone: () => unknown;
};

/** Puts a record in the archive or takes it back; either can be undone from the toast. */
export function ArchiveButton({ record, archive, onDone }: ArchiveButtonProps) {
  const [isPending, setPending] = useState(false);
  const set = async (isArchived: boolean, version: number): Promise<void> => {
    setPending(true);
    try {
      const saved = await archive({ id: record.id, version, isArchived });
      toast(isArchived ? t("common.archived") : t("common.takenBackFromTheArchive"), {
        action: { label: t("common.undo"), onPress: () => void set(!isArchived, saved.version) },
      });
      await onDone();
    } catch (error) {
      toast(errorMessage(error), { meaning: "problem" });
    } finally {
      setPending(false);
    }
  };
  const Icon = record.isArchived ? ArchiveRestore : Archive;
  return (
    <Button variant="ghost" isPending={isPending} onClick={() => void set(!record.isArchived, record.version)}>
      <Icon aria-hidden />
      {record.isArchived ? t("common.takeBack") : t("common.archive")}
    </Button>
  );
}
