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
import { t } from "../../language/t.ts";
import { DIMENSION_WORDS, UnitSheet } from "./unit-sheet.tsx";

const COLUMNS: readonly Column<UnitRow>[] = [
  {
    id: "name",
    get header() {
      return t("unit.name");
    },
    isGrowing: true,
    width: 220,
    cell: (row) => row.name,
  },
  {
    id: "code",
    get header() {
      return t("unit.shortName");
    },
    width: 140,
    cell: (row) => row.code,
  },
  {
    id: "dimension",
    get header() {
      return t("unit.measures");
    },
    width: 140,
    cell: (row) => DIMENSION_WORDS[row.dimension],
  },
  {
    id: "decimals",
    get header() {
      return t("unit.digitsAfterThePoint");
    },
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
      title={t("unit.units")}
      hint={t("unit.whatQuantitiesAreCountedIn")}
      icon={Ruler}
      addLabel={can("units.create") ? t("unit.addAUnit") : undefined}
      emptyText={t("unit.addTheUnitsYouCount")}
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
