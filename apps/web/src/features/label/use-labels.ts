"use client";
import { placeCodeOf } from "@storehouse/domain";
import { useQueryStates, parseAsInteger, parseAsStringLiteral } from "nuqs";
import { useEffect, useEffectEvent } from "react";
import { t } from "../../language/t.ts";
import { trpc } from "../../trpc/client.tsx";
import { errorMessage } from "../session/index.ts";
import { boundCopies, type Chosen, parseAsChosen, withChosen } from "./chosen.ts";
import { SYMBOLS } from "./draw-symbol.ts";
import { LAYOUT_IDS, LAYOUTS, perPage } from "./layouts.ts";

/** What is printed on a label: whose, under which code, how often. */
export type LabelItem = Readonly<{
  id: string;
  kind: "variants" | "places";
  title: string;
  hint: string;
  code: string;
  /** The code as people read it; a place's says nothing to them. */
  codeText: string;
  copies: number;
}>;

/** The page's state, all of it in the address: what is labelled, how often, on what and as what. */
export function useLabels() {
  const [{ variants, products, places, on, as, from }, set] = useQueryStates({
    variants: parseAsChosen,
    /** Of which all variants are meant; named one by one as soon as they are known. */
    products: parseAsChosen,
    places: parseAsChosen,
    on: parseAsStringLiteral(LAYOUT_IDS).withDefault("a4-24"),
    as: parseAsStringLiteral(SYMBOLS).withDefault("bars"),
    from: parseAsInteger.withDefault(1),
  });
  const layout = LAYOUTS.find(({ id }) => id === on) ?? LAYOUTS[0];
  const read = useItems(variants, places);
  const chosen = { variants, places };
  const whole = trpc.products.labels.useQuery(
    { productIds: products.map(({ id }) => id) },
    { enabled: products.length > 0 },
  );
  const nameEach = useEffectEvent((ids: readonly string[]) => {
    if (products.length > 0) void set({ products: null, variants: withChosen(variants, ids) });
  });
  const found = whole.data?.rows;
  useEffect(() => {
    if (found) nameEach(found.map(({ variantId }) => variantId));
  }, [found]);
  return {
    ...read,
    isPending: read.isPending || (products.length > 0 && whole.isPending),
    errorText: whole.error ? errorMessage(whole.error) : read.errorText,
    retry: () => (whole.error ? void whole.refetch() : read.retry()),
    layout,
    symbol: as,
    firstAt: Math.min(Math.max(1, from), perPage(layout)) - 1,
    setLayout: (id: (typeof LAYOUT_IDS)[number]) => void set({ on: id, from: null }),
    setSymbol: (symbol: (typeof SYMBOLS)[number]) => void set({ as: symbol }),
    setFirstAt: (at: number) => void set({ from: at === 0 ? null : at + 1 }),
    add: (kind: LabelItem["kind"], ids: readonly string[]) => void set({ [kind]: withChosen(chosen[kind], ids) }),
    remove: (kind: LabelItem["kind"], id: string) => void set({ [kind]: chosen[kind].filter((one) => one.id !== id) }),
    setCopies: (kind: LabelItem["kind"], id: string, copies: number) =>
      void set({
        [kind]: chosen[kind].map((one) => (one.id === id ? { id, copies: boundCopies(copies) } : one)),
      }),
    clear: () => void set({ variants: null, products: null, places: null }),
  };
}

function useItems(variants: readonly Chosen[], places: readonly Chosen[]) {
  const labels = trpc.products.labels.useQuery(
    { variantIds: variants.map(({ id }) => id) },
    { enabled: variants.length > 0, placeholderData: (before) => before },
  );
  const found = trpc.useQueries((t) => places.map(({ id }) => t.locations.get({ id }, { staleTime: 60_000 })));
  const known = new Map(labels.data?.rows.map((row) => [row.variantId, row]));
  const items: LabelItem[] = [];
  for (const { id, copies } of variants) {
    const row = known.get(id);
    if (row === undefined) continue;
    const { barcode, sku, productName, variantName } = row;
    const title = variantName ? `${productName}, ${variantName}` : productName;
    const code = barcode ?? sku;
    const hint = barcode === null ? sku : t("label.withBarcode", { sku, barcode });
    items.push({ id, kind: "variants", title, hint, code, codeText: code, copies });
  }
  for (const [index, { id, copies }] of places.entries()) {
    const place = found[index]?.data;
    if (place === undefined) continue;
    const hint = place.siteName ? t("label.placeIn", { site: place.siteName }) : t("label.place");
    items.push({ id, kind: "places", title: place.name, hint, code: placeCodeOf(id), codeText: "", copies });
  }
  const error = labels.error ?? found.find((one) => one.error)?.error;
  const isPending = (variants.length > 0 && labels.isPending) || found.some((one) => one.isPending);
  return {
    items,
    isPending,
    errorText: error ? errorMessage(error) : undefined,
    retry: () => void Promise.all([labels.refetch(), ...found.map((one) => one.refetch())]),
  };
}
