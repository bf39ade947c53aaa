"use client";
import { DELIVERY_STATES, SENT_EVENTS } from "@storehouse/domain";
import { parseAsInteger, parseAsString, parseAsStringLiteral, useQueryStates } from "nuqs";
import { useMemo } from "react";
import { useDayRange } from "../../components/use-day-range.ts";

const ADDRESS = {
  webhook: parseAsString,
  state: parseAsStringLiteral(DELIVERY_STATES),
  event: parseAsStringLiteral(SENT_EVENTS),
  days: parseAsInteger,
  from: parseAsString,
  to: parseAsString,
};

const DAY_MS = 24 * 60 * 60_000;

/** The log's filters, all of them in the URL, and as `webhooks.deliveries` takes them. */
export function useDeliveryAddress() {
  const [state, set] = useQueryStates(ADDRESS);
  const range = useDayRange(state);
  // From the hour on, so that the same filter stays the same question.
  const since = useMemo(
    () =>
      state.days === null
        ? undefined
        : new Date(Math.floor(Date.now() / 3_600_000) * 3_600_000 - state.days * DAY_MS).toISOString(),
    [state.days],
  );
  const filters = {
    ...(state.webhook && { webhookId: state.webhook }),
    ...(state.state && { state: state.state }),
    ...(state.event && { event: state.event }),
    ...(since ? { from: since } : range),
  };
  return {
    state,
    filters,
    isFiltered: Object.keys(filters).length > 0,
    set: (changes: Partial<typeof state>) => void set(changes),
    clear: () => void set(null),
  };
}

export type DeliveryAddress = ReturnType<typeof useDeliveryAddress>;
