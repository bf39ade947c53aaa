import type { AuditRow } from "@storehouse/domain";
import type { Column } from "@storehouse/ui";
import { deedText, FlagBadge, summaryOf } from "../history/index.ts";
import { MomentText } from "../session/index.ts";

/** The columns of the audit log: who did what to what, from what to what, and why. */
export const AUDIT_COLUMNS: readonly Column<AuditRow>[] = [
  {
    id: "at",
    header: "When",
    width: 165,
    onCard: "line",
    cell: (row) => <MomentText value={row.at} isLong />,
    cardCell: (row) => <MomentText value={row.at} isLong />,
  },
  { id: "who", header: "Who", width: 120, cell: (row) => row.actorName, cardCell: (row) => row.actorName },
  {
    id: "deed",
    header: "What",
    width: 230,
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
    header: "Change",
    isGrowing: true,
    width: 260,
    cell: (row) => summaryOf(row) || "–",
    cardCell: (row) => summaryOf(row) || null,
  },
  {
    id: "reason",
    header: "Reason",
    width: 120,
    cell: (row) => row.reason ?? "–",
    cardCell: (row) => row.reason,
  },
  {
    id: "flag",
    header: "Question",
    width: 112,
    onCard: "corner",
    cell: (row) => <FlagBadge flag={row.flag} />,
  },
  { id: "device", header: "Device", width: 140, onCard: "none", cell: (row) => row.device || "–" },
  { id: "reference", header: "Reference", width: 130, isHiddenAtFirst: true, cell: (row) => row.reference ?? "–" },
  { id: "address", header: "Address", width: 130, isHiddenAtFirst: true, cell: (row) => row.address ?? "–" },
];
