"use client";
import { COMPARED, type Compared, type DifferenceCount } from "@storehouse/domain";
import { EmptyState, ErrorState, groupDigits, Skeleton } from "@storehouse/ui";
import { CircleCheck } from "lucide-react";
import { t } from "../../language/t.ts";
import { trpc } from "../../trpc/client.tsx";
import { errorMessage } from "../session/index.ts";
import { DifferenceTable } from "./difference-table.tsx";
import { useDifferenceAddress } from "./use-difference-address.ts";
import { COMPARED_WORDS } from "./words.ts";

const LEDGER: readonly Compared[] = ["entry", "level"];
// The ledger is the longest: what people wrote is told without waiting for it.
const RECORDS = COMPARED.filter((table) => !LEDGER.includes(table));

/** What differs from a copy, kind by kind: how many records, and which. */
export function Differences({ id, at }: { id: string; at: string }) {
  const address = useDifferenceAddress();
  const records = trpc.backup.compare.useQuery({ id, tables: [...RECORDS] });
  const ledger = trpc.backup.compare.useQuery({ id, tables: [...LEDGER] });
  const error = records.error ?? ledger.error;
  if (error) {
    const retry = () => void Promise.all([records.refetch(), ledger.refetch()]);
    return <ErrorState text={errorMessage(error)} onRetry={retry} />;
  }
  if (!records.data) {
    return (
      <div className="space-y-3" role="status" aria-label={t("sideCopy.counting")}>
        <Skeleton className="h-10 w-full max-w-2xl" />
        <Skeleton className="h-64" />
      </div>
    );
  }
  const differing = [...records.data, ...(ledger.data ?? [])].filter((count) => totalOf(count) > 0);
  const table = address.table ?? differing[0]?.table;
  if (table === undefined) {
    return <EmptyState isPage icon={CircleCheck} title={t("sideCopy.nothing")} text={t("sideCopy.nothingText")} />;
  }
  const count = [...records.data, ...(ledger.data ?? [])].find((one) => one.table === table);
  return (
    <div className="grid gap-5 lg:grid-cols-[13rem_minmax(0,1fr)]">
      <nav
        aria-label={t("sideCopy.differs")}
        className="flex gap-1 max-lg:-mx-1 max-lg:overflow-x-auto max-lg:p-1 lg:flex-col"
      >
        {differing.map((one) => (
          <KindButton
            key={one.table}
            count={one}
            isOn={one.table === table}
            onPress={() => address.set({ table: one.table, kind: null, q: "" })}
          />
        ))}
        {ledger.isPending ? <Skeleton className="h-10 w-40 shrink-0" /> : null}
      </nav>
      <DifferenceTable key={table} copyId={id} at={at} table={table} count={count} address={address} />
    </div>
  );
}

const totalOf = ({ added, changed, removed }: DifferenceCount): number => added + changed + removed;

type KindButtonProps = { count: DifferenceCount; isOn: boolean; onPress: () => void };

function KindButton({ count, isOn, onPress }: KindButtonProps) {
  return (
    <button
      type="button"
      aria-current={isOn ? "true" : undefined}
      onClick={onPress}
      className="flex min-h-10 shrink-0 items-center justify-between gap-3 rounded-lg px-3 text-left text-quiet transition-colors hover:bg-hover hover:text-ink aria-[current]:bg-accent-soft aria-[current]:font-semibold aria-[current]:text-accent-ink coarse:min-h-12"
    >
      <span>{COMPARED_WORDS[count.table]}</span>
      <span className="tabular text-xs">{groupDigits(String(totalOf(count)))}</span>
    </button>
  );
}
