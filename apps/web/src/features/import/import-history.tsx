"use client";
import type { ImportStatus } from "@storehouse/domain";
import { Badge, type Column, DataTable, EmptyState, groupDigits } from "@storehouse/ui";
import { getQueryKey } from "@trpc/react-query";
import { FileUp } from "lucide-react";
import { t, wordsOf } from "../../language/t.ts";
import { trpc } from "../../trpc/client.tsx";
import { usePages } from "../../trpc/use-pages.ts";
import { When } from "../entry/index.ts";
import { ExportMenu } from "../export/index.ts";

const STATE_MEANINGS = {
  UPLOADED: undefined,
  RUNNING: "progress",
  DONE: "fine",
  FAILED: "problem",
  UNDONE: "attention",
} as const;
const STATE_WORDS: Readonly<Record<ImportStatus["state"], string>> = wordsOf({
  UPLOADED: "importing.notImported",
  RUNNING: "importing.running",
  DONE: "importing.done",
  FAILED: "importing.stopped",
  UNDONE: "importing.undone",
});

const COLUMNS: readonly Column<ImportStatus>[] = [
  {
    id: "file",
    get header() {
      return t("importing.sheet");
    },
    isGrowing: true,
    width: 220,
    cell: (row) => row.fileName,
  },
  {
    id: "at",
    get header() {
      return t("importing.when");
    },
    width: 170,
    cell: (row) => <When at={row.createdAt} />,
  },
  {
    id: "person",
    get header() {
      return t("importing.person");
    },
    width: 150,
    cell: (row) => row.userName,
  },
  {
    id: "rows",
    get header() {
      return t("importing.rows");
    },
    width: 90,
    align: "end",
    cell: (row) => <span className="tabular">{groupDigits(String(row.total))}</span>,
  },
  {
    id: "state",
    get header() {
      return t("importing.state");
    },
    width: 130,
    onCard: "corner",
    cell: (row) => <Badge meaning={STATE_MEANINGS[row.state]}>{STATE_WORDS[row.state]}</Badge>,
  },
];

/** The sheets that came before. */
export function ImportHistory({ onOpen }: { onOpen: (id: string) => void }) {
  const utils = trpc.useUtils();
  const input = { limit: 20 };
  const table = usePages(getQueryKey(trpc.imports.list, input, "infinite"), (after, signal) =>
    utils.client.imports.list.query({ ...input, after }, { signal }),
  );
  return (
    <section className="space-y-3">
      <h2 className="text-base font-semibold">{t("importing.earlierSheets")}</h2>
      <DataTable
        {...table}
        label={t("importing.earlierSheets")}
        columns={COLUMNS}
        tools={(columns) => <ExportMenu seen={{ list: "imports", filters: input }} columns={columns} />}
        rowId={(row) => row.id}
        rowLabel={(row) => row.fileName}
        onOpen={(row) => row.state !== "UPLOADED" && onOpen(row.id)}
        empty={<EmptyState icon={FileUp} title={t("importing.noSheetYet")} text={t("importing.eachSheet")} />}
      />
    </section>
  );
}
