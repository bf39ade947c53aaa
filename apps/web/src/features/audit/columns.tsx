import type { AuditRow } from "@storehouse/domain";
import type { Column } from "@storehouse/ui";
import { deedText, FlagBadge, summaryOf } from "../history/index.ts";
import { MomentText } from "../session/index.ts";
import { t } from "../../language/t.ts";

/** The columns of the audit log: who did what to what, from what to what, and why. */
export const AUDIT_COLUMNS: readonly Column<AuditRow>[] = [
  {
    id: "at",
    get header() {
      return t("common.when");
    },
    width: 165,
    sortKey: "at",
    firstDirection: "desc",
    onCard: "line",
    cell: (row) => <MomentText value={row.at} isLong />,
    cardCell: (row) => <MomentText value={row.at} isLong />,
  },
  {
    id: "who",
    get header() {
      return t("audit.who");
    },
    width: 120,
    leadKey: "actor",
    cell: (row) => row.actorName,
    cardCell: (row) => row.actorName,
  },
  {
    id: "deed",
    get header() {
      return t("audit.what");
    },
    width: 230,
    leadKey: "action",
    onCard: "title",
    cell: (row) => (
      <>
        {deedText(row)}
        {row.subject ? <span className="font-semibold"> {row.subject}</span> : null}
      </>
    ),
  },
  {
    id: "change",
    get header() {
      return t("audit.change");
    },
    isGrowing: true,
    width: 260,
    cell: (row) => summaryOf(row) || "–",
    cardCell: (row) => summaryOf(row) || null,
  },
  {
    id: "reason",
    get header() {
      return t("common.reason");
    },
    width: 120,
    cell: (row) => row.reason ?? "–",
    cardCell: (row) => row.reason,
  },
  {
    id: "flag",
    get header() {
      return t("audit.question");
    },
    width: 112,
    onCard: "corner",
    cell: (row) => <FlagBadge flag={row.flag} />,
  },
  {
    id: "device",
    get header() {
      return t("audit.device");
    },
    width: 140,
    onCard: "none",
    cell: (row) => row.device || "–",
  },
  {
    id: "reference",
    get header() {
      return t("common.reference");
    },
    width: 130,
    isHiddenAtFirst: true,
    cell: (row) => row.reference ?? "–",
  },
  {
    id: "address",
    get header() {
      return t("audit.address");
    },
    width: 130,
    isHiddenAtFirst: true,
    cell: (row) => row.address ?? "–",
  },
];
