"use client";
import type { DeliveryRow } from "@storehouse/domain";
import { Badge, type Column, DataTable, EmptyState } from "@storehouse/ui";
import { getQueryKey } from "@trpc/react-query";
import { ListChecks } from "lucide-react";
import { useDrawerAddress } from "../../components/use-drawer-address.ts";
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
        label="Deliveries"
        columns={COLUMNS}
        columnsKey="deliveries"
        rowId={(row) => row.id}
        rowLabel={(row) => `${eventText(row.event)}, to ${hostOf(row.url)}`}
        onOpen={(row) => open(row.id)}
        openId={openId}
        isFiltered={address.isFiltered}
        onClearFilters={address.clear}
        toolbar={<DeliveryFilters address={address} />}
        empty={
          <EmptyState
            icon={ListChecks}
            title="Nothing was sent yet"
            text="Once a webhook is told of something, it stands here with what was sent and what came back, for 30 days."
          />
        }
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
    header: "Event",
    isGrowing: true,
    width: 220,
    onCard: "title",
    cell: (row) => (
      <>
        {eventText(row.event)}
        {row.isReplay ? <span className="text-faint"> again</span> : null}
      </>
    ),
  },
  { id: "to", header: "To", width: 190, cell: (row) => <span className="truncate">{hostOf(row.url)}</span> },
  { id: "at", header: "When", width: 130, cell: (row) => <MomentText value={row.createdAt} /> },
  {
    id: "answer",
    header: "What came back",
    width: 250,
    cell: (row) => <span className="truncate">{row.attempts === 0 ? "–" : answerText(row)}</span>,
    cardCell: (row) => (row.attempts === 0 ? null : answerText(row)),
  },
  {
    id: "duration",
    header: "Took",
    width: 90,
    align: "end",
    onCard: "none",
    cell: (row) => (row.durationMs === null ? "–" : <span className="tabular">{durationText(row.durationMs)}</span>),
  },
  {
    id: "attempts",
    header: "Attempts",
    width: 100,
    align: "end",
    onCard: "none",
    cell: (row) => <span className="tabular">{row.attempts}</span>,
  },
  { id: "state", header: "State", width: 130, onCard: "corner", cell: (row) => <State row={row} /> },
];
