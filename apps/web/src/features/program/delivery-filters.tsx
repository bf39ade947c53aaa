"use client";
import { DELIVERY_STATES, SENT_EVENTS } from "@storehouse/domain";
import { FilterRow, Select } from "@storehouse/ui";
import { SpanFilter } from "../../components/span-filter.tsx";
import { t } from "../../language/t.ts";
import { trpc } from "../../trpc/client.tsx";
import { STATE_WORDS } from "./delivery-words.ts";
import { eventText } from "./event-words.ts";
import { hostOf } from "./host-of.ts";
import type { DeliveryAddress } from "./use-delivery-address.ts";

const ALL = "all";
const states = () => [
  { value: ALL, label: t("program.anyState") },
  ...DELIVERY_STATES.map((state) => ({ value: state, label: STATE_WORDS[state] })),
];
const events = () => [
  { value: ALL, label: t("program.anyEvent") },
  ...SENT_EVENTS.map((event) => ({ value: event, label: eventText(event) })),
];

/** Which deliveries the log shows. */
export function DeliveryFilters({ address: { state, set } }: { address: DeliveryAddress }) {
  const webhooks = trpc.webhooks.list.useQuery({ limit: 50 });
  const options = [
    { value: ALL, label: t("program.anyWebhook") },
    ...(webhooks.data?.rows ?? []).map(({ id, url, description }) => ({
      value: id,
      label: hostOf(url),
      ...(description ? { hint: description } : {}),
    })),
  ];
  return (
    <FilterRow>
      <Select
        className="w-auto max-w-60"
        label={t("program.webhook")}
        options={options}
        value={state.webhook ?? ALL}
        onChange={(id) => set({ webhook: id === ALL ? null : id })}
      />
      <Select
        className="w-auto"
        label={t("program.state")}
        options={states()}
        value={state.state ?? ALL}
        onChange={(next) => set({ state: DELIVERY_STATES.find((one) => one === next) ?? null })}
      />
      <Select
        className="w-auto max-w-60"
        label={t("program.event")}
        options={events()}
        value={state.event ?? ALL}
        onChange={(next) => set({ event: SENT_EVENTS.find((one) => one === next) ?? null })}
      />
      <SpanFilter state={state} set={set} />
    </FilterRow>
  );
}
