"use client";
import type { UnitRow } from "@storehouse/domain";
import type { Column } from "@storehouse/ui";
import { Ruler } from "lucide-react";
import { RecordList } from "../../components/record-list.tsx";
import { NEW, useListAddress } from "../../components/use-list-address.ts";
import { requestIdOf } from "../../trpc/failure-of.ts";
import { trpc } from "../../trpc/client.tsx";
import { ExportMenu } from "../export/index.ts";
import { errorMessage, useCan } from "../session/index.ts";
import { DIMENSION_WORDS, UnitSheet } from "./unit-sheet.tsx";

const COLUMNS: readonly Column<UnitRow>[] = [
  { id: "name", header: "Name", isGrowing: true, width: 220, cell: (row) => row.name },
  { id: "code", header: "Short name", width: 140, cell: (row) => row.code },
  { id: "dimension", header: "Measures", width: 140, cell: (row) => DIMENSION_WORDS[row.dimension] },
  {
    id: "decimals",
    header: "Digits after the point",
    width: 180,
    align: "end",
    cell: (row) => <span className="tabular">{row.decimals}</span>,
  },
];

/** The units quantities are counted in. */
export function UnitsPage() {
  const can = useCan();
  const address = useListAddress();
  const units = trpc.units.list.useQuery();
  const wanted = address.search.toLowerCase();
  const rows = (units.data?.rows ?? []).filter((row) => `${row.code} ${row.name}`.toLowerCase().includes(wanted));
  return (
    <RecordList
      title="Units"
      hint="What quantities are counted in. How many pieces a box holds is said at each product."
      icon={Ruler}
      addLabel={can("units.create") ? "Add a unit" : undefined}
      emptyText="Add the units you count in."
      columns={COLUMNS}
      tools={(columns) => <ExportMenu seen={{ list: "units", filters: {} }} columns={columns} />}
      table={{
        rows,
        state: units.isPending ? "loading" : units.isError ? "error" : "ready",
        errorText: units.isError ? errorMessage(units.error) : undefined,
        requestId: requestIdOf(units.error),
        onRetry: () => void units.refetch(),
      }}
      address={address}
      hasArchive={false}
    >
      {address.openId === NEW && can("units.create") ? <UnitSheet onClose={address.close} /> : null}
    </RecordList>
  );
}
