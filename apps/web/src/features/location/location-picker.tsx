"use client";
import { Combobox, useIsHydrating } from "@storehouse/ui";
import { useEffect, useEffectEvent } from "react";
import { trpc } from "../../trpc/client.tsx";
import { t } from "../../language/t.ts";

type LocationPickerProps = {
  value: string | null;
  onChange: (locationId: string | null) => void;
  onBlur?: () => void;
  isClearable?: boolean;
  placeholder?: string;
  label?: string;
  /** A place that can't be meant, as where a move begins. */
  exceptId?: string | null;
  /** Where there is one place and no choice, it is chosen. */
  isOnlyOneTaken?: boolean;
};

/** One of the factory's places in use. */
export function LocationPicker({
  value,
  onChange,
  exceptId = null,
  isOnlyOneTaken = false,
  ...rest
}: LocationPickerProps) {
  const places = trpc.locations.list.useQuery({ limit: 200 }, { staleTime: 60_000 });
  // The drawer beside the page may have been answered before the page has taken over what the server drew without an answer.
  const isPending = useIsHydrating() || places.isPending;
  const options = (places.data?.rows ?? [])
    .filter(({ id }) => id !== exceptId)
    .map((place) => ({
      value: place.id,
      label: place.name,
      ...(place.siteName && { hint: place.siteName }),
    }));
  const [first, ...others] = options;
  const only = isOnlyOneTaken && !isPending && value === null && others.length === 0 ? first?.value : undefined;
  const take = useEffectEvent(onChange);
  useEffect(() => {
    if (only !== undefined) take(only);
  }, [only]);
  return (
    <Combobox
      options={options}
      value={value}
      valueLabel={isPending ? "…" : null}
      onChange={onChange}
      isLoading={isPending}
      placeholder={t("location.chooseAPlace")}
      searchPlaceholder={t("location.searchPlaces")}
      emptyText={t("location.noSuchPlace")}
      {...rest}
    />
  );
}
