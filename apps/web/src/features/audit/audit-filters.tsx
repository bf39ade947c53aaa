"use client";
import { Chip, FilterRow, Select } from "@storehouse/ui";
import { RECORD_WORDS } from "../../components/record-words.ts";
import { SearchField } from "../../components/search-field.tsx";
import { SpanFilter } from "../../components/span-filter.tsx";
import { trpc } from "../../trpc/client.tsx";
import { CatalogueFilters } from "../filter/index.ts";
import { useCan, useMe } from "../session/index.ts";
import { t } from "../../language/t.ts";
import { DEED_NAMES, DEEDS, ENTITIES } from "./deeds.ts";
import type { AuditAddress } from "./use-audit-address.ts";

const ALL = "all";
const DEED_OPTIONS = [
  {
    value: ALL,
    get label() {
      return t("audit.anythingDone");
    },
  },
  ...DEED_NAMES.map((value) => ({
    value,
    get label() {
      return DEEDS[value].label;
    },
  })),
];
const ENTITY_OPTIONS = [
  {
    value: ALL,
    get label() {
      return t("audit.anyRecord");
    },
  },
  ...ENTITIES.map((value) => ({
    value,
    get label() {
      return capital(RECORD_WORDS[value] ?? value);
    },
  })),
];

/** What narrows the log. Each choice stands in the URL. */
export function AuditFilters({ address }: { address: AuditAddress }) {
  const can = useCan();
  const { userId } = useMe();
  const { state, set } = address;
  const seesAll = can("auditLogs.read");
  return (
    <>
      <SearchField value={state.q} onChange={(q) => set({ q })} label={t("audit.searchRecordsReferences")} />
      <FilterRow>
        <Chip isOn={state.flag === "open"} onClick={() => set({ flag: state.flag === "open" ? null : "open" })}>
          {t("audit.openQuestions")}
        </Chip>
        <Chip
          isOn={state.flag === "resolved"}
          onClick={() => set({ flag: state.flag === "resolved" ? null : "resolved" })}
        >
          {t("audit.resolved")}
        </Chip>
        <Select
          className="w-auto"
          label={t("audit.whatWasDone")}
          options={DEED_OPTIONS}
          value={state.deed ?? ALL}
          onChange={(value) => set({ deed: DEED_NAMES.find((one) => one === value) ?? null })}
        />
        <Select
          className="w-auto"
          label={t("audit.kindOfRecord")}
          options={ENTITY_OPTIONS}
          value={state.kind ?? ALL}
          onChange={(value) => set({ kind: ENTITIES.find((one) => one === value) ?? null, record: null })}
        />
        <SpanFilter state={state} set={set} />
        <CatalogueFilters state={state} set={set} />
        {seesAll && can("users.read") ? (
          <PersonFilter value={state.person} onChange={(person) => set({ person })} />
        ) : null}
        {seesAll ? (
          <Chip isOn={state.person === userId} onClick={() => set({ person: state.person === userId ? null : userId })}>
            {t("audit.onlyMine")}
          </Chip>
        ) : null}
        <LinkedChips address={address} />
      </FilterRow>
    </>
  );
}

function PersonFilter({ value, onChange }: { value: string | null; onChange: (id: string | null) => void }) {
  const people = trpc.users.list.useQuery({ limit: 200 }, { staleTime: 60_000 });
  const options = (people.data?.rows ?? []).map((person) => ({ value: person.id, label: person.name }));
  return (
    <Select
      className="w-auto"
      label={t("audit.person")}
      options={[{ value: ALL, label: t("audit.anybody") }, ...options]}
      value={options.some((option) => option.value === value) ? (value ?? ALL) : ALL}
      onChange={(person) => onChange(person === ALL ? null : person)}
    />
  );
}

// Filters that a link from elsewhere set: here they can only be taken away.
function LinkedChips({ address: { state, set } }: { address: AuditAddress }) {
  return (
    <>
      {state.record ? (
        <Chip isOn onRemove={() => set({ record: null })} removeLabel={t("audit.showAllRecords")}>
          {t("audit.oneRecord")}
        </Chip>
      ) : null}
      {state.product ? (
        <Chip isOn onRemove={() => set({ product: null })} removeLabel={t("audit.showAllProducts")}>
          {t("audit.oneProduct")}
        </Chip>
      ) : null}
      {state.reference ? (
        <Chip isOn onRemove={() => set({ reference: null })} removeLabel={t("audit.showAllReferences")}>
          {t("audit.reference", { reference: state.reference })}
        </Chip>
      ) : null}
    </>
  );
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
