"use client";
import type { AuditRow } from "@storehouse/domain";
import type { ReactNode } from "react";
import { MomentText } from "../session/index.ts";
import { t } from "../../language/t.ts";
import { ChangeList } from "./change-list.tsx";
import { FlagBadge } from "./flag-badge.tsx";
import { deedText } from "./line-words.ts";

type LineItemProps = {
  line: AuditRow;
  /** Beside the line: what can be done from it. */
  action?: ReactNode;
  children?: ReactNode;
};

/** One line within its record, whose name is known: who did what, when, and what changed. */
export function LineItem({ line, action, children }: LineItemProps) {
  return (
    <li className="space-y-2 border-b pb-4 last:border-b-0 last:pb-0">
      <div className="flex flex-wrap items-start justify-between gap-x-3 gap-y-1">
        <p className="min-w-0 flex-1 [overflow-wrap:anywhere]">
          <span className="font-semibold">{deedText(line)}</span>
          <span className="text-quiet">
            {" "}
            · {line.actorName} · <MomentText value={line.at} isLong />
          </span>
        </p>
        <FlagBadge flag={line.flag} />
        {action}
      </div>
      <ChangeList line={line} />
      {line.reason ? <p className="text-quiet">{t("history.reason", { reason: line.reason })}</p> : null}
      {children}
    </li>
  );
}
