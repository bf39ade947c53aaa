"use client";
import { trpc } from "../../trpc/client.tsx";
import { errorMessage, useCan } from "../session/index.ts";
import { checklistOf } from "./checklist.ts";

/** What Home shows: the latest entries, and the first days' steps as long as one is open. */
export function useHome() {
  const can = useCan();
  const isSettingUp = can("locations.create");
  const entries = trpc.inventory.entries.useQuery({ limit: 10 }, { refetchInterval: 30_000 });
  const places = trpc.locations.list.useQuery({ limit: 2, search: null }, { enabled: isSettingUp });
  const products = trpc.products.list.useQuery({ limit: 1 }, { enabled: isSettingUp });
  const people = trpc.users.list.useQuery({ limit: 2, search: null }, { enabled: isSettingUp && can("users.create") });
  const isKnown = places.data && products.data && entries.data && (people.data || !can("users.create"));
  const checklist = isKnown
    ? checklistOf({
        places: places.data.rows,
        products: products.data.rows.length,
        entries: entries.data.rows.length,
        people: people.data?.rows.length ?? null,
      })
    : [];
  const latest = {
    rows: entries.data?.rows,
    errorText: entries.error ? errorMessage(entries.error) : undefined,
    onRetry: () => void entries.refetch(),
  };
  return { latest, checklist: checklist.some((item) => !item.isDone) ? checklist : [] };
}
