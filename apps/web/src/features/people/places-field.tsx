"use client";
import { Chip, Combobox, Field } from "@storehouse/ui";
import { trpc } from "../../trpc/client.tsx";
import { useCan } from "../session/index.ts";
import { t } from "../../language/t.ts";

type PlacesFieldProps = {
  value: readonly string[];
  onChange: (ids: readonly string[]) => void;
  error?: string | undefined;
};

/** The places a person is limited to: none for everywhere; a site brings what stands in it. */
export function PlacesField({ value, onChange, error }: PlacesFieldProps) {
  const can = useCan();
  const places = trpc.locations.list.useQuery({ limit: 200 }, { staleTime: 60_000, enabled: can("locations.read") });
  const rows = places.data?.rows ?? [];
  const sites = new Set(rows.map(({ siteId }) => siteId));
  const options = rows
    .filter(({ id }) => !value.includes(id))
    .map(({ id, name, siteName }) => ({
      value: id,
      label: name,
      ...(siteName ? { hint: siteName } : sites.has(id) ? { hint: t("people.andAllInIt") } : {}),
    }));
  const nameOf = (id: string) => rows.find((row) => row.id === id)?.name ?? t("people.aPlaceThatIsArchived");
  const hint = value.length === 0 ? t("people.everywhereChoosePlacesAndThis") : t("people.seesAndBooksOnlyWhat");
  return (
    <Field label={t("people.places")} isOptional hint={hint} error={error}>
      <Combobox
        options={options}
        value={null}
        onChange={(id) => id && onChange([...value, id])}
        isLoading={places.isFetching && !places.data}
        placeholder={value.length === 0 ? t("people.everywhereTitle") : t("people.addAnotherPlace")}
        searchPlaceholder={t("people.searchPlaces")}
        emptyText={t("people.noOtherPlace")}
      />
      {value.length > 0 ? (
        <ul className="flex flex-wrap gap-1.5">
          {value.map((id) => (
            <li key={id} className="max-w-full">
              <Chip
                isOn
                onRemove={() => onChange(value.filter((one) => one !== id))}
                removeLabel={t("people.noLonger", { id: nameOf(id) })}
                onClick={() => onChange(value.filter((one) => one !== id))}
              >
                {places.isPending ? "…" : nameOf(id)}
              </Chip>
            </li>
          ))}
        </ul>
      ) : null}
    </Field>
  );
}
