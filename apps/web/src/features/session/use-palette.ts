"use client";
import type { PaletteGroup, PaletteItem } from "@storehouse/ui";
import { Package } from "lucide-react";
import { useRouter } from "next/navigation";
import { BOOKING_VERBS } from "../../components/booking-verbs.ts";
import type { NavigationLink } from "../../components/shell/navigation.ts";
import { useDebounced } from "../../components/use-debounced.ts";
import { useOpenVerb } from "../../components/use-open-verb.ts";
import { trpc } from "../../trpc/client.tsx";
import { useCan } from "./me.tsx";

/** What the palette offers for what is typed: pages and verbs by their name, products as the server finds them. */
export function usePalette(text: string, isOpen: boolean, links: readonly NavigationLink[]) {
  const router = useRouter();
  const openVerb = useOpenVerb();
  const can = useCan();
  const typed = text.trim();
  const search = useDebounced(typed);
  const found = trpc.products.find.useQuery(
    { search, limit: 8 },
    { enabled: isOpen && search !== "" && can("products.read"), placeholderData: (previous) => previous },
  );
  const isNamed = (item: PaletteItem) => item.label.toLowerCase().includes(typed.toLowerCase());

  const verbs = BOOKING_VERBS.filter((verb) => can(verb.permission)).map((verb) => ({
    id: `verb:${verb.kind}`,
    label: verb.label,
    icon: verb.icon,
    onSelect: () => openVerb(verb.kind),
  }));
  const pages = links.map((link) => ({
    id: `page:${link.href}`,
    label: link.label,
    icon: link.icon,
    keys: `g ${link.letter}`,
    onSelect: () => router.push(link.href),
  }));
  const products = (typed === "" ? [] : (found.data?.rows ?? [])).map((choice) => ({
    id: `product:${choice.variantId}`,
    label: choice.variantName ? `${choice.productName} · ${choice.variantName}` : choice.productName,
    hint: choice.sku,
    icon: Package,
    onSelect: () => router.push(`/products/${choice.productId}`),
  }));
  const groups: readonly PaletteGroup[] = [
    { label: "Products", items: products },
    { label: "Do", items: verbs.filter(isNamed) },
    { label: "Go to", items: pages.filter(isNamed) },
  ];
  return { groups, isLoading: typed !== "" && (found.isFetching || search !== typed) };
}
