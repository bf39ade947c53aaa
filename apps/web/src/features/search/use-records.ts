"use client";
import { type Findable, type Ranked, rank, recordsOf, type SearchRecord, toFindables } from "@storehouse/domain";
import { useMemo } from "react";
import { useIdle } from "../../components/use-idle.ts";
import { useDebounced } from "../../components/use-debounced.ts";
import { trpc } from "../../trpc/client.tsx";

/** So many of each kind are shown. */
const LIMIT = 5;
/** What the server alone found stands behind what this browser ranked. */
const FROM_SERVER = 7;
const NONE: readonly Findable[] = [];

/** What a text finds: at once what the index holds, then what only the server knows, as entries by their reference. */
export function useRecords(text: string, isOpen: boolean) {
  const typed = text.trim();
  const search = useDebounced(typed);
  const isIdle = useIdle();
  // Fetched before it is asked for, and kept until the live feed says that something in it has changed.
  const index = trpc.search.index.useQuery(undefined, {
    enabled: isOpen || isIdle,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const findables = useMemo(() => (index.data ? toFindables(recordsOf(index.data)) : NONE), [index.data]);
  const isWhole = index.data?.isWhole ?? false;
  const asked = trpc.search.find.useQuery(
    { search, limit: LIMIT, ...(isWhole && { kinds: ["entry"] }) },
    { enabled: isOpen && search !== "", placeholderData: (previous) => previous },
  );
  const own = useMemo(() => rank(findables, typed, LIMIT), [findables, typed]);
  const answer = typed === "" || search === "" ? [] : (asked.data?.rows ?? []);
  return {
    findables,
    found: withServers(own, answer),
    isLoading: typed !== "" && (search !== typed || asked.isFetching || index.isLoading),
  };
}

function withServers(own: readonly Ranked[], rows: readonly SearchRecord[]): readonly Ranked[] {
  const known = new Set(own.map(({ record }) => keyOf(record)));
  return [...own, ...rows.filter((row) => !known.has(keyOf(row))).map((record) => ({ record, score: FROM_SERVER }))];
}

/** Names a record among all kinds: a variant and its formula share an id. */
export const keyOf = ({ kind, id }: Pick<SearchRecord, "kind" | "id">): string => `${kind}:${id}`;
