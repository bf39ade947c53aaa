import { type AuditValues, type Compared, type DifferenceRow, ENTRY_TYPES } from "@storehouse/domain";
import { Badge, type Column, groupDigits, momentText, useFormats } from "@storehouse/ui";
import { ENTRY_TYPE_WORDS } from "../../components/entry-type-words.ts";
import { PageLink } from "../../components/page-link.tsx";
import { t } from "../../language/t.ts";
import { ChangeList } from "../history/index.ts";
import { plainValues } from "./plain-values.ts";
import { COMPARED_WORDS, KIND_MEANINGS, KIND_WORDS } from "./words.ts";

/** What a record that differs is called; settings are called by their kind. */
export const labelOf = (table: Compared, { label }: DifferenceRow): string =>
  table === "settings" ? COMPARED_WORDS.settings : label;

/** Where a record is looked at as it is now; nothing for what is gone, and what has no page of its own. */
function pageOf(table: Compared, { id, kind, productId, label }: DifferenceRow): string | undefined {
  if (kind === "removed") return undefined;
  if (table === "entry") return `/stock/entries?q=${encodeURIComponent(label.slice(0, 60))}&entry=${id}`;
  if (productId !== null) return `/products/${productId}`;
  return undefined;
}

/** The columns of the records that differ. */
export const differenceColumns = (table: Compared): readonly Column<DifferenceRow>[] => [
  {
    id: "record",
    header: t("sideCopy.record"),
    width: 260,
    cell: (row) => {
      const href = pageOf(table, row);
      const label = labelOf(table, row);
      if (href === undefined) return label;
      return (
        <PageLink
          href={href}
          className="text-ink underline decoration-line underline-offset-4 hover:decoration-current"
        >
          {label}
        </PageLink>
      );
    },
  },
  {
    id: "kind",
    header: t("sideCopy.became"),
    width: 150,
    cell: ({ kind }) => <Badge meaning={KIND_MEANINGS[kind]}>{KIND_WORDS[kind]}</Badge>,
  },
  {
    id: "change",
    header: t("sideCopy.thenNow"),
    isGrowing: true,
    width: 380,
    cell: (row) => <Values table={table} row={row} />,
  },
];

type ValuesProps = { table: Compared; row: DifferenceRow };

function Values({ table, row }: ValuesProps) {
  const { kind, was, now, names } = row;
  if (table === "entry") return <Booked values={now ?? was ?? {}} names={names} />;
  // Of what is new or gone its name says enough, but of stock, which is quantities.
  const isTold = kind === "changed" || table === "level";
  if (!isTold) return null;
  return (
    <div className="py-2">
      <ChangeList line={{ before: plainValues(was, names), after: plainValues(now, names), names }} />
    </div>
  );
}

function Booked({ values, names }: { values: AuditValues; names: DifferenceRow["names"] }) {
  const { type, quantity, locationId, occurredAt } = values;
  const formats = useFormats();
  const parts = [
    ENTRY_TYPES.filter((one) => one === type).map((one) => ENTRY_TYPE_WORDS[one])[0],
    typeof quantity === "string" ? groupDigits(quantity).replace(/^-/, "−") : undefined,
    typeof locationId === "string" ? names[locationId] : undefined,
    typeof occurredAt === "string" ? momentText(new Date(occurredAt), formats) : undefined,
  ];
  return <span className="tabular">{parts.filter((part) => part !== undefined).join(" · ")}</span>;
}
