"use client";
import type { NotificationRow } from "@storehouse/domain";
import { Badge, cn, Menu, MenuItem, MenuLabel, MenuLine, Quantity } from "@storehouse/ui";
import { Bell, BellRing, CheckCheck } from "lucide-react";
import { useState } from "react";
import { PageLink } from "../../components/page-link.tsx";
import { trpc } from "../../trpc/client.tsx";
import { MomentText, useCan } from "../session/index.ts";
import { t } from "../../language/t.ts";
import { KIND_MEANINGS, KIND_SENTENCES, KIND_WORDS } from "./words.ts";

// The live stream tells of new ones at once; this is for when there is none.
const POLL_MS = 30_000;
const SHOWN = 8;

/** The bell: how many of one's own notifications are unread, and the latest of them. */
export function NotificationBell() {
  const [isOpen, setOpen] = useState(false);
  const isAllowed = useCan()("notifications.read");
  const counts = trpc.notifications.counts.useQuery(undefined, { refetchInterval: POLL_MS, enabled: isAllowed });
  const unread = counts.data?.unread ?? 0;
  const Icon = unread > 0 ? BellRing : Bell;
  if (!isAllowed) return null;
  return (
    <Menu
      isOpen={isOpen}
      onOpenChange={setOpen}
      className="w-[min(24rem,calc(100vw-16px))]"
      trigger={
        <button
          type="button"
          aria-label={unread === 0 ? t("alert.notifications") : t("alert.notificationsUnread", { unread })}
          className="relative flex size-9 items-center justify-center rounded-md text-quiet hover:bg-hover hover:text-ink coarse:size-10"
        >
          <Icon aria-hidden className="size-4.5" />
          {unread > 0 ? (
            <span
              aria-hidden
              className="tabular absolute -top-0.5 -right-1 min-w-4.5 rounded-full bg-accent px-1 text-center text-xs font-semibold text-on-accent"
            >
              {unread > 99 ? "99+" : unread}
            </span>
          ) : null}
        </button>
      }
    >
      {isOpen ? <Latest unread={unread} /> : null}
    </Menu>
  );
}

function Latest({ unread }: { unread: number }) {
  const mayMake = useCan()("inventory.make");
  const utils = trpc.useUtils();
  const [openedAt] = useState(() => new Date().toISOString());
  const list = trpc.notifications.list.useQuery({ limit: SHOWN });
  const refresh = () => utils.notifications.invalidate();
  const mark = trpc.notifications.mark.useMutation({ onSuccess: refresh });
  const markAll = trpc.notifications.markAll.useMutation({ onSuccess: refresh });
  return (
    <>
      <MenuLabel>{t("alert.notifications")}</MenuLabel>
      {list.data?.rows.length === 0 ? <p className="px-2.5 py-3 text-quiet">{t("alert.nothingYet")}</p> : null}
      {list.isError ? <p className="px-2.5 py-3 text-problem">{t("alert.theyCouldNotBeRead")}</p> : null}
      {list.data?.rows.map((row) => (
        <MenuItem key={row.id} asChild>
          <PageLink
            href={pageOf(row, mayMake)}
            onClick={() => !row.isRead && mark.mutate({ id: row.id, isRead: true })}
          >
            <Told row={row} />
          </PageLink>
        </MenuItem>
      ))}
      <MenuLine />
      {unread > 0 ? (
        <MenuItem icon={CheckCheck} onSelect={() => markAll.mutate({ before: openedAt })}>
          {t("alert.markAllAsRead")}
        </MenuItem>
      ) : null}
      <MenuItem asChild>
        <PageLink href="/alerts">
          <Bell aria-hidden className="text-faint" />
          {t("alert.allAlerts")}
        </PageLink>
      </MenuItem>
    </>
  );
}

const PLAN_NEWS: Readonly<Partial<Record<NotificationRow["kind"], (days: number) => string>>> = {
  PERIOD_ENDING: (days) => t("alert.periodEndsIn", { days }),
  PAYMENT_DUE: (days) => t("alert.paymentIsDueIn", { days }),
  READ_ONLY: () => t("alert.nowReadOnly"),
};

/** Where a notification leads: to the product, and where making some is what ends it, to the sheet for that. */
function pageOf({ alert, webhook, note, kind }: NotificationRow, mayMake: boolean): string {
  if (note !== null) return `/audit?line=${note.lineId}`;
  if (kind === "BACKUP_STALE") return "/backups";
  if (kind === "SUPPORT_IN" || kind in PLAN_NEWS) return "/settings";
  if (webhook !== null) return "/programs?tab=webhooks";
  if (alert === null) return "/alerts";
  const isShort = (kind === "LOW" || kind === "OUT") && alert.state !== "RESOLVED";
  const page = `/products/${alert.productId}`;
  return isShort && alert.isMade && mayMake ? `${page}?make=${alert.variantId}` : page;
}

function titleOf({ alert, webhook, note, kind, count }: NotificationRow): string {
  if (note !== null)
    return kind === "QUESTION"
      ? t("alert.asksYou", { name: note.userName })
      : t("alert.repliedToYou", { name: note.userName });
  if (kind === "BACKUP_STALE" || kind === "SUPPORT_IN") return KIND_SENTENCES[kind];
  const planNews = PLAN_NEWS[kind];
  if (planNews !== undefined) return planNews(count);
  if (webhook !== null) return t("alert.webhookTo", webhook);
  return alert?.productName ?? t("alert.alertsAtOnce", { count });
}

function Told({ row }: { row: NotificationRow }) {
  const { alert, webhook, kind, isRead, createdAt } = row;
  return (
    <span className={cn("flex min-w-0 flex-1 items-start gap-2", isRead && "text-quiet")}>
      <Badge meaning={alert?.state === "RESOLVED" ? "fine" : KIND_MEANINGS[kind]}>
        {alert?.state === "RESOLVED" ? t("alert.ended") : KIND_WORDS[kind]}
      </Badge>
      <span className="min-w-0 flex-1">
        <span className={cn("block truncate", !isRead && "font-semibold")}>{titleOf(row)}</span>
        {webhook === null ? null : (
          <span className="block truncate text-xs text-faint">{t("alert.itTookNothing")}</span>
        )}
        {alert === null ? null : (
          <span className="block truncate text-xs text-faint">
            {alert.locationName ?? t("alert.allPlaces")}
            {alert.onHand === null ? null : (
              <>
                {" "}
                · <Quantity value={alert.onHand} unit={alert.unit} />
              </>
            )}
          </span>
        )}
      </span>
      <span className="text-xs text-faint">
        <MomentText value={createdAt} />
      </span>
      {isRead ? null : <span className="sr-only">{t("alert.unread")}</span>}
    </span>
  );
}
