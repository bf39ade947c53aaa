"use client";
import type { ImportStatus } from "@storehouse/domain";
import { Badge, type Column, DataTable, EmptyState, groupDigits } from "@storehouse/ui";
import { getQueryKey } from "@trpc/react-query";
import { FileUp } from "lucide-react";
import { trpc } from "../../trpc/client.tsx";
import { usePages } from "../../trpc/use-pages.ts";
import { When } from "../entry/index.ts";
import { ExportMenu } from "../export/index.ts";

const STATES = {
  UPLOADED: { meaning: undefined, word: "Not imported" },
  RUNNING: { meaning: "progress", word: "Running" },
  DONE: { meaning: "fine", word: "Done" },
  FAILED: { meaning: "problem", word: "Stopped" },
  UNDONE: { meaning: "attention", word: "Undone" },
} as const;

const COLUMNS: readonly Column<ImportStatus>[] = [
  { id: "file", header: "Sheet", isGrowing: true, width: 220, cell: (row) => row.fileName },
  { id: "at", header: "When", width: 170, cell: (row) => <When at={row.createdAt} /> },
  { id: "person", header: "Person", width: 150, cell: (row) => row.userName },
  {
    id: "rows",
    header: "Rows",
    width: 90,
    align: "end",
    cell: (row) => <span className="tabular">{groupDigits(String(row.total))}</span>,
  },
  {
    id: "state",
    header: "State",
    width: 130,
    onCard: "corner",
    cell: (row) => <Badge meaning={STATES[row.state].meaning}>{STATES[row.state].word}</Badge>,
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
      <h2 className="text-base font-semibold">Earlier sheets</h2>
      <DataTable
        {...table}
        label="Earlier sheets"
        columns={COLUMNS}
        tools={(columns) => <ExportMenu seen={{ list: "imports", filters: input }} columns={columns} />}
        rowId={(row) => row.id}
        rowLabel={(row) => row.fileName}
        onOpen={(row) => row.state !== "UPLOADED" && onOpen(row.id)}
        empty={
          <EmptyState
            icon={FileUp}
            title="No sheet yet"
            text="Each sheet that came in stands here, with who brought it and the way to undo it."
          />
        }
      />
    </section>
  );
}
