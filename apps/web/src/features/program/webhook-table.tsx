"use client";
import type { WebhookRow } from "@storehouse/domain";
import { Badge, type Column, DataTable, EmptyState } from "@storehouse/ui";
import { getQueryKey } from "@trpc/react-query";
import { Webhook } from "lucide-react";
import type { ReactNode } from "react";
import { t } from "../../language/t.ts";
import { trpc } from "../../trpc/client.tsx";
import { usePages } from "../../trpc/use-pages.ts";
import { MomentText } from "../session/index.ts";
import { eventsText } from "./event-words.ts";
import { hostOf } from "./host-of.ts";
import { WebhookSheet } from "./webhook-sheet.tsx";

const INPUT = { limit: 50 };

type WebhookTableProps = {
  addButton: ReactNode;
  openId: string | null;
  onOpen: (id: string) => void;
  onClose: () => void;
  onDeliveries: (id: string) => void;
};

/** The factory's webhooks: where each leads, what it is told, and how its receiver does. */
export function WebhookTable({ addButton, openId, onOpen, onClose, onDeliveries }: WebhookTableProps) {
  const utils = trpc.useUtils();
  const pages = usePages<WebhookRow>(getQueryKey(trpc.webhooks.list, INPUT, "infinite"), (after, signal) =>
    utils.client.webhooks.list.query({ ...INPUT, ...(after ? { after } : {}) }, { signal }),
  );
  const open = pages.rows.find(({ id }) => id === openId);
  return (
    <>
      <DataTable
        {...pages}
        label={t("program.webhooks")}
        columns={COLUMNS}
        rowId={(row) => row.id}
        rowLabel={(row) => hostOf(row.url)}
        onOpen={(row) => onOpen(row.id)}
        openId={openId}
        isQuiet={(row) => !row.isActive}
        isFiltered={false}
        empty={
          <EmptyState
            icon={Webhook}
            title={t("program.noWebhooksYet")}
            text={t("program.aWebhookTells")}
            actions={addButton}
          />
        }
      />
      {open ? <WebhookSheet key={open.id} record={open} onClose={onClose} onDeliveries={onDeliveries} /> : null}
    </>
  );
}

function State({ row: { isActive, disabledAt, failures } }: { row: WebhookRow }) {
  if (!isActive)
    return disabledAt === null ? (
      <Badge>{t("program.off")}</Badge>
    ) : (
      <Badge meaning="problem">{t("program.turnedOff")}</Badge>
    );
  return failures > 0 ? (
    <Badge meaning="attention">{t("program.fails")}</Badge>
  ) : (
    <Badge meaning="fine">{t("program.on")}</Badge>
  );
}

const COLUMNS: readonly Column<WebhookRow>[] = [
  {
    id: "url",
    get header() {
      return t("program.whereTo");
    },
    isGrowing: true,
    width: 220,
    cell: (row) => (
      <span className="block min-w-0 truncate" title={row.url}>
        {hostOf(row.url)}
        {row.description ? <span className="text-faint"> {row.description}</span> : null}
      </span>
    ),
  },
  {
    id: "events",
    get header() {
      return t("program.toldWhen");
    },
    width: 320,
    cell: (row) => <span className="truncate">{eventsText(row.events)}</span>,
    cardCell: (row) => t("program.toldWhenEvent", { what: eventsText(row.events) }),
  },
  {
    id: "waiting",
    get header() {
      return t("program.waiting");
    },
    width: 100,
    align: "end",
    cell: (row) => <span className="tabular">{row.waiting}</span>,
    cardCell: (row) => (row.waiting === 0 ? null : t("program.waitingCounted", { count: String(row.waiting) })),
  },
  {
    id: "last",
    get header() {
      return t("program.lastTaken");
    },
    width: 140,
    cell: (row) =>
      row.lastDeliveredAt ? (
        <MomentText value={row.lastDeliveredAt} />
      ) : (
        <span className="text-faint">{t("program.never")}</span>
      ),
    onCard: "none",
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
