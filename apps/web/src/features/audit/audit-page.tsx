"use client";
import { DataTable, EmptyState, PageHeader } from "@storehouse/ui";
import { getQueryKey } from "@trpc/react-query";
import { ScrollText } from "lucide-react";
import { useDrawerAddress } from "../../components/use-drawer-address.ts";
import { trpc } from "../../trpc/client.tsx";
import { usePages } from "../../trpc/use-pages.ts";
import { ExportMenu } from "../export/index.ts";
import { deedText, LineSheet, summaryOf } from "../history/index.ts";
import { useCan } from "../session/index.ts";
import { useListViews } from "../view/index.ts";
import { t } from "../../language/t.ts";
import { AuditFilters } from "./audit-filters.tsx";
import { AUDIT_COLUMNS } from "./columns.tsx";
import { OwnLinesButton } from "./own-lines-button.tsx";
import { AUDIT_KEYS, useAuditAddress } from "./use-audit-address.ts";

/** Who changed what, from what to what, and why; the questions asked about it. One's own changes where the role goes no further. */
export function AuditPage() {
  const can = useCan();
  const utils = trpc.useUtils();
  const address = useAuditAddress();
  const { tabs, columnChoice } = useListViews("audit", AUDIT_KEYS, AUDIT_COLUMNS);
  const { openId, open, close } = useDrawerAddress("line");
  const input = { limit: 50, ...address.filters, ...address.order };
  const table = usePages(getQueryKey(trpc.auditLogs.list, input, "infinite"), (after, signal) =>
    utils.client.auditLogs.list.query({ ...input, after }, { signal }),
  );
  const listed = table.rows.find(({ id }) => id === openId);
  // A line that was linked to, or that its own change moved out of the filter, is read by itself.
  const single = trpc.auditLogs.get.useQuery(
    { id: openId ?? "" },
    { enabled: openId !== null && listed === undefined },
  );
  const line = listed ?? (openId === null ? undefined : single.data);
  return (
    <div className="space-y-5">
      <PageHeader
        title={t("audit.audit")}
        hint={can("auditLogs.read") ? t("audit.everyChangeWhoWhatFrom") : t("audit.whatYouChangedAndWhat")}
      />
      {tabs}
      <DataTable
        {...table}
        label={t("audit.audit")}
        columnChoice={columnChoice}
        columns={AUDIT_COLUMNS}
        {...address.sorting}
        tools={(columns) =>
          can("lists.export") ? (
            <ExportMenu seen={{ list: "audit", filters: input }} columns={columns} />
          ) : can("profile.manage") ? (
            <OwnLinesButton filters={address.filters} />
          ) : null
        }
        rowId={(row) => row.id}
        rowLabel={(row) => `${row.actorName}: ${deedText(row)} ${row.subject ?? summaryOf(row)}`}
        onOpen={(row) => open(row.id)}
        openId={openId}
        isFiltered={address.isFiltered}
        onClearFilters={address.clear}
        toolbar={<AuditFilters address={address} />}
        empty={<EmptyState icon={ScrollText} title={t("audit.nothingYet")} text={t("audit.eachChangeStandsHereFor")} />}
      />
      {line ? <LineSheet key={line.id} line={line} onClose={close} /> : null}
    </div>
  );
}
