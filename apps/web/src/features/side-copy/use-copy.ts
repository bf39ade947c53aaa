"use client";
import type { SideCopyRow } from "@storehouse/domain";
import { trpc } from "../../trpc/client.tsx";

const WATCHED_MS = 700;
const IDLE_MS = 30_000;
const UNDER_WAY: readonly SideCopyRow["state"][] = ["REQUESTED", "RESTORING", "SWITCHING", "DROPPING"];

/** True while the worker is at a copy. */
export const isUnderWay = ({ state }: Pick<SideCopyRow, "state">): boolean => UNDER_WAY.includes(state);

/** A question that is asked again while its answer changes. */
type Watched<Data> = Readonly<{ data: Data | undefined; error: unknown; refetch: () => void }>;

/** One side copy, watched closely while something happens to it. */
export function useCopy(id: string): Watched<SideCopyRow> {
  const { data, error, refetch } = trpc.backup.sideCopy.useQuery(
    { id },
    { refetchInterval: ({ state }) => (state.data && isUnderWay(state.data) ? WATCHED_MS : IDLE_MS) },
  );
  return { data, error, refetch: () => void refetch() };
}

/** The side copies there are or that are on their way. */
export function useCopies(): Watched<Readonly<{ rows: readonly SideCopyRow[] }>> {
  const { data, error, refetch } = trpc.backup.sideCopies.useQuery(
    { limit: 10 },
    { refetchInterval: ({ state }) => (state.data?.rows.some(isUnderWay) ? WATCHED_MS : IDLE_MS) },
  );
  return { data, error, refetch: () => void refetch() };
}
