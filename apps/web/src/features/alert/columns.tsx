import type { AlertRow } from "@storehouse/domain";
import { Badge, type Column, Quantity } from "@storehouse/ui";
import { PageLink } from "../../components/page-link.tsx";
import { MomentText } from "../session/index.ts";
import { t } from "../../language/t.ts";
import { AlertAction } from "./alert-action.tsx";
import { KIND_MEANINGS, KIND_WORDS } from "./words.ts";

/** What stands against what: now, and the limit it has crossed. */
function Figures({ alert }: { alert: AlertRow }) {
  const { unit, limit, onHandNow, kind } = alert;
  const against = kind === "OVERSTOCK" ? "maximum" : kind === "LEVEL_MISMATCH" ? t("alert.entriesSay") : "minimum";
  return (
    <span>
      <Quantity value={onHandNow} unit={unit} />
      {limit === null ? null : (
        <span className="text-faint">
          {" "}
          · {against} <Quantity value={limit} unit={unit} />
        </span>
      )}
    </span>
  );
}

function Kind({ alert }: { alert: AlertRow }) {
  return <Badge meaning={KIND_MEANINGS[alert.kind]}>{KIND_WORDS[alert.kind]}</Badge>;
}

const nameOf = (row: AlertRow): string =>
  row.variantName === null ? row.productName : `${row.productName}, ${row.variantName}`;

/** How an alert stands: new, seen to by whom, or over. */
function Standing({ alert }: { alert: AlertRow }) {
  if (alert.resolvedAt !== null) {
    return (
      <span className="text-quiet">
        {alert.resolvedBy === null ? t("alert.ended") : t("alert.endedBy", { resolvedBy: alert.resolvedBy })}{" "}
        <MomentText value={alert.resolvedAt} />
      </span>
    );
  }
  if (alert.state === "ACKNOWLEDGED")
    return <span className="text-quiet">{t("alert.seenToBy", { acknowledgedBy: alert.acknowledgedBy ?? "" })}</span>;
  return <span>{t("alert.new")}</span>;
}

/** The columns of the alerts. */
export const ALERT_COLUMNS: readonly Column<AlertRow>[] = [
  {
    id: "kind",
    get header() {
      return t("alert.what");
    },
    width: 110,
    onCard: "corner",
    cell: (row) => <Kind alert={row} />,
  },
  {
    id: "product",
    get header() {
      return t("common.product");
    },
    isGrowing: true,
    width: 200,
    onCard: "title",
    cell: (row) => (
      <PageLink href={`/products/${row.productId}`} className="hover:underline">
        {nameOf(row)}
      </PageLink>
    ),
  },
  {
    id: "place",
    get header() {
      return t("common.place");
    },
    width: 130,
    cell: (row) => row.locationName ?? t("alert.allPlaces"),
    cardCell: (row) => row.locationName ?? t("alert.allPlaces"),
  },
  {
    id: "figures",
    get header() {
      return t("alert.onHand");
    },
    width: 230,
    align: "end",
    cell: (row) => <Figures alert={row} />,
    cardCell: (row) => <Figures alert={row} />,
  },
  {
    id: "raised",
    get header() {
      return t("alert.since");
    },
    width: 130,
    isHiddenAtFirst: true,
    cell: (row) => <MomentText value={row.raisedAt} />,
  },
  {
    id: "state",
    get header() {
      return t("alert.state");
    },
    width: 150,
    cell: (row) => <Standing alert={row} />,
  },
  {
    id: "action",
    isNoData: true,
    get header() {
      return t("alert.toDoColumn");
    },
    width: 250,
    align: "end",
    cell: (row) => <AlertAction alert={row} />,
    cardCell: (row) => <AlertAction alert={row} />,
  },
];
