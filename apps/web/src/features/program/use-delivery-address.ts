"use client";
import { DELIVERY_STATES, SENT_EVENTS } from "@storehouse/domain";
import { parseAsInteger, parseAsString, parseAsStringLiteral, useQueryStates } from "nuqs";
import { useDayRange } from "../../components/use-day-range.ts";

const ADDRESS = {
  webhook: parseAsString,
  state: parseAsStringLiteral(DELIVERY_STATES),
  event: parseAsStringLiteral(SENT_EVENTS),
  days: parseAsInteger,
  from: parseAsString,
  to: parseAsString,
};

/** The log's filters, all of them in the URL, and as `webhooks.deliveries` takes them. */
export function useDeliveryAddress() {
  const [state, set] = useQueryStates(ADDRESS);
  const range = useDayRange(state);
  const filters = {
    ...(state.webhook && { webhookId: state.webhook }),
    ...(state.state && { state: state.state }),
    ...(state.event && { event: state.event }),
    ...(state.days && { days: state.days }),
    ...range,
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
