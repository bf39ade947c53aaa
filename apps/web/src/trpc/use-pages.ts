"use client";
import type { Page } from "@storehouse/domain";
import type { TableRows } from "@storehouse/ui";
import { hashKey, keepPreviousData, type QueryKey, useInfiniteQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { errorMessage } from "../features/session/failure-message.ts";
import { requestIdOf } from "./failure-of.ts";

type FetchPage<Row> = (after: string | undefined, signal: AbortSignal) => Promise<Page<Row>>;

/**
 * A paged list as a DataTable takes it. `key` is getQueryKey(trpc.x.list, input, "infinite"), so that utils.x.list.invalidate() reaches it;
 * `fetchPage` calls utils.client.x.list.query({ ...input, after }, { signal }). While filters change the old rows stay, marked as stale.
 */
export function usePages<Row>(key: QueryKey, fetchPage: FetchPage<Row>): TableRows<Row> {
  const query = useInfiniteQuery({
    queryKey: key,
    queryFn: ({ pageParam, signal }) => fetchPage(pageParam, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
  });
  const pages = query.data?.pages;
  const rows = useMemo(() => pages?.flatMap((page) => [...page.rows]) ?? [], [pages]);
  const hasNothing = query.isError && pages === undefined;
  return {
    rows,
    state: hasNothing ? "error" : query.isPending ? "loading" : "ready",
    errorText: query.isError ? errorMessage(query.error) : undefined,
    requestId: requestIdOf(query.error),
    onRetry: () => void query.refetch(),
    hasMore: query.hasNextPage,
    isLoadingMore: query.isFetchingNextPage,
    onMore: () => void query.fetchNextPage(),
    isStale: query.isPlaceholderData,
    listKey: query.isPlaceholderData ? undefined : hashKey(key),
  };
}
