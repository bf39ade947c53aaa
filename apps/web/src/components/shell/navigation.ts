import type { Permission } from "@storehouse/domain";
import {
  Bell,
  Boxes,
  FlaskConical,
  Hammer,
  History,
  House,
  KeyRound,
  type LucideIcon,
  MapPin,
  Package,
  Ruler,
  ScrollText,
  ShieldCheck,
  Settings2,
  Tags,
  Truck,
  Users,
} from "lucide-react";

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
  { href: "/home", label: "Home", icon: House, letter: "h", permission: "profile.manage", group: "main" },
  { href: "/stock", label: "Stock", icon: Boxes, letter: "s", permission: "inventory.read", group: "main" },
  { href: "/stock/entries", label: "Entries", icon: History, letter: "e", permission: "inventory.read", group: "main" },
  { href: "/products", label: "Products", icon: Package, letter: "p", permission: "products.read", group: "main" },
  { href: "/make", label: "Make", icon: Hammer, letter: "d", permission: "inventory.make", group: "main" },
  {
    href: "/formulas",
    label: "Formulas",
    icon: FlaskConical,
    letter: "f",
    permission: "productFormulas.read",
    group: "main",
  },
  { href: "/audit", label: "Audit", icon: ScrollText, letter: "a", permission: "auditLogs.readOwn", group: "main" },
  { href: "/alerts", label: "Alerts", icon: Bell, letter: "b", permission: "alerts.read", group: "main" },
  { href: "/places", label: "Places", icon: MapPin, letter: "l", permission: "locations.read", group: "setup" },
  {
    href: "/subcategories",
    label: "Subcategories",
    icon: Tags,
    letter: "c",
    permission: "subcategories.read",
    group: "setup",
  },
  { href: "/suppliers", label: "Suppliers", icon: Truck, letter: "r", permission: "suppliers.read", group: "setup" },
  { href: "/units", label: "Units", icon: Ruler, letter: "u", permission: "units.read", group: "setup" },
  { href: "/people", label: "People", icon: Users, letter: "m", permission: "users.read", group: "setup" },
  { href: "/roles", label: "Roles", icon: ShieldCheck, letter: "o", permission: "roles.read", group: "setup" },
  { href: "/settings", label: "Settings", icon: Settings2, letter: "t", permission: "settings.read", group: "setup" },
  { href: "/programs", label: "Programs", icon: KeyRound, letter: "k", permission: "apiKeys.read", group: "setup" },
];

// Pages that stand under another and need more than it.
const NEEDS_MORE: Readonly<Record<string, Permission>> = { "/products/import": "products.import" };

/** What a role needs for the page at a path; undefined where every role has it. */
export const permissionOf = (path: string): Permission | undefined =>
  NEEDS_MORE[path] ?? currentLink(NAVIGATION, path)?.permission;

/** The link whose page the path is, or stands under. The longest wins: /stock/entries is Entries, not Stock. */
export function currentLink(links: readonly NavigationLink[], path: string): NavigationLink | undefined {
  return links
    .filter(({ href }) => path === href || path.startsWith(`${href}/`))
    .sort((a, b) => b.href.length - a.href.length)[0];
}
