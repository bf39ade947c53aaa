import type { BackupRow } from "@storehouse/domain";
import { Badge, Button, type Column, groupDigits, momentText } from "@storehouse/ui";
import { Download } from "lucide-react";
import { t } from "../../language/t.ts";
import { MomentText } from "../session/index.ts";
import { OpenCopyButton } from "../side-copy/index.ts";
import { sizeText, STATE_MEANINGS, STATE_WORDS } from "./words.ts";

/** When a backup holds the factory's data of. */
export const momentOf = ({ startedAt, requestedAt }: BackupRow): string => startedAt ?? requestedAt;

/** The columns of the list of backups; the file is offered to who may have it. */
export const backupColumns = (mayDownload: boolean, mayOpen: boolean): readonly Column<BackupRow>[] => [
  { id: "at", header: t("backup.savedAt"), width: 190, cell: (row) => <MomentText isLong value={momentOf(row)} /> },
  {
    id: "state",
    header: t("backup.state"),
    isGrowing: true,
    width: 220,
    cell: (row) => (
      <span className="flex min-w-0 items-center gap-2">
        <Badge meaning={STATE_MEANINGS[row.state]} className="shrink-0">
          {STATE_WORDS[row.state]}
        </Badge>
        {row.reason ? (
          <span className="truncate text-quiet" title={row.reason}>
            {row.reason}
          </span>
        ) : null}
      </span>
    ),
  },
  {
    id: "rows",
    header: t("backup.rows"),
    width: 100,
    align: "end",
    cell: (row) => (row.rowCount === null ? null : groupDigits(String(row.rowCount))),
  },
  {
    id: "size",
    header: t("backup.size"),
    width: 100,
    align: "end",
    cell: (row) => (row.storedBytes === null ? null : sizeText(row.storedBytes)),
  },
  {
    id: "by",
    header: t("backup.takenBy"),
    width: 150,
    cell: (row) => row.requestedBy ?? <span className="text-faint">{t("backup.timetable")}</span>,
  },
  ...(mayOpen ? [copyColumn()] : []),
  ...(mayDownload ? [fileColumn()] : []),
];

const copyColumn = (): Column<BackupRow> => ({
  id: "copy",
  header: t("sideCopy.copies"),
  width: 190,
  cell: (row) =>
    row.state === "VERIFIED" && row.hasFile ? <OpenCopyButton backupId={row.id} at={momentOf(row)} /> : null,
});

const fileColumn = (): Column<BackupRow> => ({
  id: "file",
  header: t("backup.download"),
  width: 150,
  onCard: "corner",
  cell: (row) =>
    row.hasFile ? (
      <Button asChild size="sm">
        <a
          href={`/api/backup/${row.id}/file`}
          download
          aria-label={t("backup.downloadOf", { at: momentText(new Date(momentOf(row))) })}
        >
          <Download aria-hidden />
          {t("backup.download")}
        </a>
      </Button>
    ) : null,
});
