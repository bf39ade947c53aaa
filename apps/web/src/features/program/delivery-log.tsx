"use client";
import type { DeliveryRow } from "@storehouse/domain";
import { Badge, type Column, DataTable, EmptyState } from "@storehouse/ui";
import { getQueryKey } from "@trpc/react-query";
import { ListChecks } from "lucide-react";
import { useDrawerAddress } from "../../components/use-drawer-address.ts";
import { t } from "../../language/t.ts";
import { trpc } from "../../trpc/client.tsx";
import { usePages } from "../../trpc/use-pages.ts";
import { MomentText } from "../session/index.ts";
import { DeliveryFilters } from "./delivery-filters.tsx";
import { DeliverySheet } from "./delivery-sheet.tsx";
import { answerText, durationText, standingOf } from "./delivery-words.ts";
import { eventText } from "./event-words.ts";
import { hostOf } from "./host-of.ts";
import { useDeliveryAddress } from "./use-delivery-address.ts";

/** What was sent to other programs and what they answered, the latest first. */
export function DeliveryLog() {
  const utils = trpc.useUtils();
  const address = useDeliveryAddress();
  const { openId, open, close } = useDrawerAddress("delivery");
  const input = { limit: 50, ...address.filters };
  const pages = usePages<DeliveryRow>(getQueryKey(trpc.webhooks.deliveries, input, "infinite"), (after, signal) =>
    utils.client.webhooks.deliveries.query({ ...input, ...(after ? { after } : {}) }, { signal }),
  );
  return (
    <>
      <DataTable
        {...pages}
        label={t("program.deliveries")}
        columns={COLUMNS}
        columnsKey="deliveries"
        rowId={(row) => row.id}
        rowLabel={(row) => t("program.eventTo", { event: eventText(row.event), host: hostOf(row.url) })}
        onOpen={(row) => open(row.id)}
        openId={openId}
        isFiltered={address.isFiltered}
        onClearFilters={address.clear}
        toolbar={<DeliveryFilters address={address} />}
        empty={<EmptyState icon={ListChecks} title={t("program.nothingSentYet")} text={t("program.onceTold")} />}
      />
      {openId === null ? null : <DeliverySheet key={openId} id={openId} onClose={close} />}
    </>
  );
}

function State({ row }: { row: DeliveryRow }) {
  const { text, meaning } = standingOf(row);
  return <Badge meaning={meaning}>{text}</Badge>;
}

const COLUMNS: readonly Column<DeliveryRow>[] = [
  {
    id: "event",
    get header() {
      return t("program.event");
    },
    isGrowing: true,
    width: 220,
    onCard: "title",
    cell: (row) => (
      <>
        {eventText(row.event)}
        {row.isReplay ? <span className="text-faint"> {t("program.again")}</span> : null}
      </>
    ),
  },
  {
    id: "to",
    get header() {
      return t("program.to");
    },
    width: 190,
    cell: (row) => <span className="truncate">{hostOf(row.url)}</span>,
  },
  {
    id: "at",
    get header() {
      return t("program.when");
    },
    width: 130,
    cell: (row) => <MomentText value={row.createdAt} />,
  },
  {
    id: "answer",
    get header() {
      return t("program.whatCameBack");
    },
    width: 250,
    cell: (row) => <span className="truncate">{row.attempts === 0 ? "–" : answerText(row)}</span>,
    cardCell: (row) => (row.attempts === 0 ? null : answerText(row)),
  },
  {
    id: "duration",
    get header() {
      return t("program.took");
    },
    width: 90,
    align: "end",
    onCard: "none",
    cell: (row) => (row.durationMs === null ? "–" : <span className="tabular">{durationText(row.durationMs)}</span>),
  },
  {
    id: "attempts",
    get header() {
      return t("program.attempts");
    },
    width: 100,
    align: "end",
    onCard: "none",
    cell: (row) => <span className="tabular">{row.attempts}</span>,
  },
  {
    id: "state",
    get header() {
      return t("program.state");
    },
    width: 130,
    onCard: "corner",
    cell: (row) => <State row={row} />,
  },
];
