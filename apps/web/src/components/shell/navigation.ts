import type { Permission } from "@storehouse/domain";
import {
  Bell,
  Boxes,
  DatabaseBackup,
  FlaskConical,
  Hammer,
  History,
  House,
  KeyRound,
  type LucideIcon,
  MapPin,
  Package,
  Ruler,
  ScanBarcode,
  ScrollText,
  ShieldCheck,
  Settings2,
  Tags,
  Truck,
  Users,
} from "lucide-react";
import { t } from "../../language/t.ts";

export type NavigationLink = Readonly<{
  href: string;
  label: string;
  icon: LucideIcon;
  /** The letter that goes there after g. */
  letter: string;
  permission: Permission;
  group: "main" | "setup";
}>;

/** Every page the rail, the phone's menu and the search lead to. */
export const NAVIGATION: readonly NavigationLink[] = [
  {
    href: "/home",
    get label() {
      return t("shell.home");
    },
    icon: House,
    letter: "h",
    permission: "factory.read",
    group: "main",
  },
  {
    href: "/stock",
    get label() {
      return t("shell.stock");
    },
    icon: Boxes,
    letter: "s",
    permission: "inventory.read",
    group: "main",
  },
  {
    href: "/stock/entries",
    get label() {
      return t("shell.entries");
    },
    icon: History,
    letter: "e",
    permission: "inventory.read",
    group: "main",
  },
  {
    href: "/products",
    get label() {
      return t("shell.products");
    },
    icon: Package,
    letter: "p",
    permission: "products.read",
    group: "main",
  },
  {
    href: "/scan",
    get label() {
      return t("shell.scan");
    },
    icon: ScanBarcode,
    letter: "x",
    permission: "products.read",
    group: "main",
  },
  {
    href: "/make",
    get label() {
      return t("common.make");
    },
    icon: Hammer,
    letter: "d",
    permission: "inventory.make",
    group: "main",
  },
  {
    href: "/formulas",
    get label() {
      return t("shell.formulas");
    },
    icon: FlaskConical,
    letter: "f",
    permission: "productFormulas.read",
    group: "main",
  },
  {
    href: "/audit",
    get label() {
      return t("shell.audit");
    },
    icon: ScrollText,
    letter: "a",
    permission: "auditLogs.readOwn",
    group: "main",
  },
  {
    href: "/alerts",
    get label() {
      return t("shell.alerts");
    },
    icon: Bell,
    letter: "b",
    permission: "alerts.read",
    group: "main",
  },
  {
    href: "/places",
    get label() {
      return t("shell.places");
    },
    icon: MapPin,
    letter: "l",
    permission: "locations.read",
    group: "setup",
  },
  {
    href: "/subcategories",
    get label() {
      return t("shell.subcategories");
    },
    icon: Tags,
    letter: "c",
    permission: "subcategories.read",
    group: "setup",
  },
  {
    href: "/suppliers",
    get label() {
      return t("shell.suppliers");
    },
    icon: Truck,
    letter: "r",
    permission: "suppliers.read",
    group: "setup",
  },
  {
    href: "/units",
    get label() {
      return t("shell.units");
    },
    icon: Ruler,
    letter: "u",
    permission: "units.read",
    group: "setup",
  },
  {
    href: "/people",
    get label() {
      return t("shell.people");
    },
    icon: Users,
    letter: "m",
    permission: "users.read",
    group: "setup",
  },
  {
    href: "/roles",
    get label() {
      return t("shell.roles");
    },
    icon: ShieldCheck,
    letter: "o",
    permission: "roles.read",
    group: "setup",
  },
  {
    href: "/settings",
    get label() {
      return t("shell.settings");
    },
    icon: Settings2,
    letter: "t",
    permission: "settings.read",
    group: "setup",
  },
  {
    href: "/programs",
    get label() {
      return t("shell.programs");
    },
    icon: KeyRound,
    letter: "k",
    permission: "apiKeys.read",
    group: "setup",
  },
  {
    href: "/backups",
    get label() {
      return t("shell.backups");
    },
    icon: DatabaseBackup,
    letter: "v",
    permission: "backups.read",
    group: "setup",
  },
];

// Pages that stand under another and need more than it.
const NEEDS_MORE: Readonly<Record<string, Permission>> = {
  "/products/import": "products.import",
  "/labels": "products.read",
};

/** What a role needs for the page at a path; undefined where every role has it. */
export const permissionOf = (path: string): Permission | undefined =>
  NEEDS_MORE[path] ?? currentLink(NAVIGATION, path)?.permission;

/** The link whose page the path is, or stands under. The longest wins: /stock/entries is Entries, not Stock. */
export function currentLink(links: readonly NavigationLink[], path: string): NavigationLink | undefined {
  return links
    .filter(({ href }) => path === href || path.startsWith(`${href}/`))
    .sort((a, b) => b.href.length - a.href.length)[0];
}
