"use client";
import { type Permission, scoreName } from "@storehouse/domain";
import type { PaletteItem } from "@storehouse/ui";
import {
  FileUp,
  Keyboard,
  LogOut,
  type LucideIcon,
  MapPinPlus,
  PackagePlus,
  Plus,
  Tags,
  User,
  UserPlus,
} from "lucide-react";
import { useRouter } from "next/navigation";
import { BOOKING_VERBS } from "../../components/booking-verbs.ts";
import { useShell } from "../../components/shell/index.ts";
import { useOpenVerb } from "../../components/use-open-verb.ts";
import { useCan } from "../session/index.ts";
import { t } from "../../language/t.ts";

/** Things to begin that have a page of their own. */
const BEGINNINGS: readonly Readonly<{ label: string; icon: LucideIcon; href: string; permission: Permission }>[] = [
  {
    get label() {
      return t("search.addAProduct");
    },
    icon: PackagePlus,
    href: "/products?new=true",
    permission: "products.create",
  },
  {
    get label() {
      return t("search.importProducts");
    },
    icon: FileUp,
    href: "/products/import",
    permission: "products.import",
  },
  {
    get label() {
      return t("search.addAPlace");
    },
    icon: MapPinPlus,
    href: "/places?open=new",
    permission: "locations.create",
  },
  {
    get label() {
      return t("search.addASupplier");
    },
    icon: Plus,
    href: "/suppliers?open=new",
    permission: "suppliers.create",
  },
  {
    get label() {
      return t("search.addPerson");
    },
    icon: UserPlus,
    href: "/people?person=new",
    permission: "users.create",
  },
  {
    get label() {
      return t("search.printLabels");
    },
    icon: Tags,
    href: "/labels",
    permission: "products.read",
  },
  {
    get label() {
      return t("search.yourProfile");
    },
    icon: User,
    href: "/profile",
    permission: "profile.manage",
  },
];

export type Scored = Readonly<{ items: readonly PaletteItem[]; score: number }>;

/** The pages and verbs that the person may use, of all of them those that a text names, and how well the best does. */
export function usePagesAndVerbs(text: string): Readonly<{ verbs: Scored; pages: Scored }> {
  const router = useRouter();
  const openVerb = useOpenVerb();
  const can = useCan();
  const { links, showKeys, signOut } = useShell();
  const verbs = BOOKING_VERBS.filter(({ permission }) => can(permission)).map(({ kind, label, icon }) => ({
    id: `verb:${kind}`,
    label,
    icon,
    onSelect: () => openVerb(kind),
  }));
  const beginnings = BEGINNINGS.filter(({ permission }) => can(permission)).map(({ label, icon, href }) => ({
    id: `begin:${href}`,
    label,
    icon,
    onSelect: () => router.push(href),
  }));
  const rest = [
    { id: "keys", label: t("search.keyboardShortcuts"), icon: Keyboard, keys: "?", onSelect: showKeys },
    { id: "leave", label: t("search.signOut"), icon: LogOut, onSelect: signOut },
  ];
  const pages = links.map((link) => ({
    id: `page:${link.href}`,
    label: link.label,
    icon: link.icon,
    keys: `g ${link.letter}`,
    onSelect: () => router.push(link.href),
  }));
  if (text.trim() === "") return { verbs: { items: verbs, score: 0 }, pages: { items: pages, score: 0 } };
  return { verbs: named([...verbs, ...beginnings, ...rest], text), pages: named(pages, text) };
}

function named(items: readonly PaletteItem[], text: string): Scored {
  const found = items.flatMap((item) => {
    const score = scoreName(item.label, text);
    return score === undefined ? [] : [{ item, score }];
  });
  found.sort((a, b) => a.score - b.score);
  return { items: found.map(({ item }) => item), score: found[0]?.score ?? Number.POSITIVE_INFINITY };
}
