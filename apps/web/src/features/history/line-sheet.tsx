"use client";
import type { AuditRow, Restorable } from "@storehouse/domain";
import { RESTORABLE } from "@storehouse/domain";
import { Button, Sheet } from "@storehouse/ui";
import type { ReactNode } from "react";
import { PageLink } from "../../components/page-link.tsx";
import { MomentText, useCan } from "../session/index.ts";
import { t } from "../../language/t.ts";
import { ChangeList } from "./change-list.tsx";
import { FlagBadge } from "./flag-badge.tsx";
import { HistoryFold } from "./history-fold.tsx";
import { deedText } from "./line-words.ts";
import { Thread } from "./thread.tsx";

/** The whole of one line: who did what to what, from where, and what was said about it. */
export function LineSheet({ line, onClose }: { line: AuditRow; onClose: () => void }) {
  const entity = RESTORABLE.find((one): one is Restorable => one === line.entity);
  const page = pageOf(line);
  const can = useCan();
  return (
    <Sheet
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={line.subject ? `${deedText(line)}: ${line.subject}` : deedText(line)}
      description={line.actorName}
      footer={
        page ? (
          <Button asChild variant="ghost" className="mr-auto">
            <PageLink href={page.href}>{page.label}</PageLink>
          </Button>
        ) : undefined
      }
    >
      <div className="space-y-6">
        <FlagBadge flag={line.flag} />
        <ChangeList line={line} />
        <dl className="grid grid-cols-[max-content_1fr] gap-x-6 gap-y-3">
          <Fact name="When">
            <MomentText value={line.at} isLong />
          </Fact>
          <Fact name="Who">
            {line.actorKind === "job" ? t("history.byItself", { actorName: line.actorName }) : line.actorName}
          </Fact>
          {line.reason ? <Fact name="Reason">{line.reason}</Fact> : null}
          {line.reference ? <Fact name="Reference">{line.reference}</Fact> : null}
          <Fact name="Device">{line.device || "–"}</Fact>
          <Fact name="Address">{line.address ?? "–"}</Fact>
        </dl>
        {line.noteCount > 0 || can("auditLogs.flag") || can("auditLogs.comment") ? (
          <section className="space-y-3 border-t pt-5">
            <h3 className="font-semibold">{t("history.questionsAndRemarks")}</h3>
            <Thread lineId={line.id} />
          </section>
        ) : null}
        {entity ? <HistoryFold entity={entity} entityId={line.entityId} onRestored={onClose} /> : null}
      </div>
    </Sheet>
  );
}

const Fact = ({ name, children }: { name: string; children: ReactNode }) => (
  <>
    <dt className="text-quiet">{name}</dt>
    <dd className="min-w-0 [overflow-wrap:anywhere]">{children}</dd>
  </>
);

const PAGES: Readonly<Record<string, string>> = {
  location: "/places?open=",
  subcategory: "/subcategories?open=",
  supplier: "/suppliers?open=",
  unit: "/units?open=",
  user: "/people?person=",
};

/** Where the record itself is found; undefined where it has no page. */
function pageOf({ entity, entityId, productId, reference, moves }: AuditRow) {
  if (productId !== null) return { href: `/products/${productId}`, label: t("history.openTheProduct") };
  const page = PAGES[entity];
  if (page !== undefined) return { href: `${page}${entityId}`, label: t("history.openTheRecord") };
  const [move] = moves;
  if (entity !== "posting" || move === undefined) return undefined;
  const search = encodeURIComponent(reference ?? move.productName);
  return { href: `/stock/entries?q=${search}&entry=${move.entryId}`, label: t("history.openTheEntry") };
}
