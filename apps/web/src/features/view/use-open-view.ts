"use client";
import type { ViewList, ViewRow } from "@storehouse/domain";
import { usePathname, useSearchParams } from "next/navigation";
import { useEffect, useRef } from "react";
import { trpc } from "../../trpc/client.tsx";
import { useCan } from "../session/index.ts";
import { ALL, hrefOf, isSameQuery, queryOf, VIEW } from "./view-query.ts";

const LIMIT = 200;

/**
 * Which view of a list is open, as the address says, and all there are. A link that names only the view is filled in with what the view asks
 * for; a list that is opened with nothing asked opens with the person's own choice.
 */
export function useOpenView(list: ViewList, keys: readonly string[]) {
  const path = usePathname();
  const params = useSearchParams();
  const can = useCan();
  const isAllowed = can("views.keep");
  const views = trpc.views.list.useQuery({ list, limit: LIMIT }, { enabled: isAllowed });
  const rows = views.data?.rows;
  const asked = queryOf(params, keys);
  const named = params.get(VIEW);
  const open = rows?.find(({ id }) => id === named);
  const first = rows?.find(({ isDefault }) => isDefault);

  const settled = useRef<string | null>(undefined);
  useEffect(() => {
    if (rows === undefined || settled.current === named) return;
    const isFirst = settled.current === undefined;
    settled.current = named;
    if (Object.keys(asked).length > 0) return;
    const filled = open ?? (isFirst && named === null ? first : undefined);
    if (filled === undefined) return;
    settled.current = filled.id;
    show("replaceState", hrefOf(path, filled.id, filled.query));
  });

  const go = (view: Pick<ViewRow, "id" | "query"> | null) => {
    settled.current = view?.id ?? idOfAll(first);
    show("pushState", hrefOf(path, settled.current, view?.query ?? {}));
  };
  return {
    isAllowed,
    rows: rows ?? [],
    open,
    asked,
    /** The address names a view that is not there for this person. */
    isMissing: rows !== undefined && named !== null && named !== ALL && open === undefined,
    isChanged: open === undefined ? Object.keys(asked).length > 0 : !isSameQuery(asked, open.query),
    hrefOf: (view: ViewRow | null) => hrefOf(path, view?.id ?? idOfAll(first), view?.query ?? {}),
    go,
  };
}

export type OpenView = ReturnType<typeof useOpenView>;

const idOfAll = (first: ViewRow | undefined): string | null => (first === undefined ? null : ALL);

// Next follows the history's own calls without asking the server for the page anew.
function show(how: "pushState" | "replaceState", href: string): void {
  window.history[how](null, "", href);
}
