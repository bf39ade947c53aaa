"use client";
import { Chip, Combobox, Field } from "@storehouse/ui";
import { trpc } from "../../trpc/client.tsx";
import { useCan } from "../session/index.ts";

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
      ...(siteName ? { hint: siteName } : sites.has(id) ? { hint: "and all in it" } : {}),
    }));
  const nameOf = (id: string) => rows.find((row) => row.id === id)?.name ?? "A place that is archived";
  const hint =
    value.length === 0
      ? "Everywhere. Choose places, and this person sees and books only what is there."
      : "Sees and books only what is at these places, and in what stands in them.";
  return (
    <Field label="Places" isOptional hint={hint} error={error}>
      <Combobox
        options={options}
        value={null}
        onChange={(id) => id && onChange([...value, id])}
        isLoading={places.isFetching && !places.data}
        placeholder={value.length === 0 ? "Everywhere" : "Add another place"}
        searchPlaceholder="Search places"
        emptyText="No other place"
      />
      {value.length > 0 ? (
        <ul className="flex flex-wrap gap-1.5">
          {value.map((id) => (
            <li key={id} className="max-w-full">
              <Chip
                isOn
                onRemove={() => onChange(value.filter((one) => one !== id))}
                removeLabel={`No longer ${nameOf(id)}`}
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
