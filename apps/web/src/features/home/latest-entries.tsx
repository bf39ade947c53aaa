import type { EntryRow } from "@storehouse/domain";
import { Card, EmptyState, Quantity } from "@storehouse/ui";
import { History } from "lucide-react";
import { PageLink } from "../../components/page-link.tsx";
import { ENTRY_TYPE_WORDS } from "../entry/index.ts";
import { MomentText } from "../session/index.ts";
import { t } from "../../language/t.ts";

/** What was booked last, newest first. */
export function LatestEntries({ rows, className }: { rows: readonly EntryRow[]; className?: string }) {
  return (
    <Card
      title={t("home.latestEntries")}
      isFlush
      {...(className && { className })}
      action={
        <PageLink href="/stock/entries" className="text-accent-ink underline-offset-4 hover:underline">
          {t("home.allEntries")}
        </PageLink>
      }
    >
      <div className="border-t">
        <EntryList rows={rows} />
      </div>
    </Card>
  );
}

function EntryList({ rows }: { rows: readonly EntryRow[] }) {
  if (rows.length === 0) {
    return <EmptyState icon={History} title={t("home.nothingBookedYet")} text={t("home.everyMovementOfGoodsWill")} />;
  }
  return (
    <ul>
      {rows.map((row) => (
        <li key={row.id} className="flex items-center gap-4 border-b px-5 py-2.5 last:border-0">
          <div className="min-w-0 flex-1">
            <PageLink href={`/products/${row.productId}`} className="block truncate hover:underline">
              {row.variantName ? `${row.productName} · ${row.variantName}` : row.productName}
            </PageLink>
            <p className="truncate text-xs text-faint">
              {ENTRY_TYPE_WORDS[row.type]} · {row.locationName} · {row.userName}
            </p>
          </div>
          <div className="shrink-0 text-right">
            <Quantity value={row.quantity} unit={row.unit} isSigned />
            <p className="text-xs text-faint">
              <MomentText value={row.occurredAt} />
            </p>
          </div>
        </li>
      ))}
    </ul>
  );
}
