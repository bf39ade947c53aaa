import { GRANTABLE, type Permission } from "@storehouse/domain";
import { wordsOf } from "../language/t.ts";
import { PERMISSION_WORDS } from "./permission-words.ts";

const TITLES: Readonly<Record<string, string>> = wordsOf({
  products: "record.products",
  locations: "record.places",
  subcategories: "record.subcategories",
  suppliers: "record.suppliers",
  units: "record.unitsTitle",
  productFormulas: "record.formulas",
  inventory: "record.stock",
  settings: "record.settingsTitle",
  factory: "record.factory",
  apiKeys: "record.programs",
  plan: "plan.title",
  support: "support.title",
  backups: "record.backups",
  sample: "record.sampleFactory",
  views: "record.viewsOfLists",
  auditLogs: "record.auditLogs",
  alerts: "record.alerts",
  notifications: "record.notifications",
  users: "record.people",
  roles: "record.roles",
  lists: "record.lists",
  bulk: "record.changesOfMany",
});

export type PermissionGroup = Readonly<{
  title: string;
  permissions: readonly Readonly<{ permission: Permission; label: string }>[];
}>;

const GROUPS = [...Map.groupBy(GRANTABLE, (permission) => nounOf(permission))];

/** All that a role can be given, by what it is about, in plain words. */
export const permissionGroups = (): readonly PermissionGroup[] =>
  GROUPS.map(([noun, permissions]) => ({
    title: TITLES[noun] ?? sentence(spaced(noun)),
    permissions: permissions.map((permission) => ({ permission, label: sentence(PERMISSION_WORDS[permission]) })),
  }));

const READS: ReadonlySet<string> = new Set(GRANTABLE.filter((permission) => permission.endsWith(".read")));
// Booking chooses a product and a place.
const BOOKING: readonly Permission[] = ["products.read", "locations.read"];

/** What somebody must see to make use of a permission: whoever changes products also looks at them. */
export function neededFor(permission: Permission): readonly Permission[] {
  const read = `${nounOf(permission)}.read`;
  const own = READS.has(read) && read !== permission ? [read as Permission] : [];
  return nounOf(permission) === "inventory" ? [...own, ...BOOKING] : own;
}

/** A role's permissions with one more, and with what that one needs. */
export const withPermission = (chosen: readonly Permission[], added: Permission): readonly Permission[] => [
  ...new Set([...chosen, added, ...neededFor(added)]),
];

/** A role's permissions with one less, and without those that are of no use then. */
export const withoutPermission = (chosen: readonly Permission[], removed: Permission): readonly Permission[] =>
  chosen.filter((permission) => permission !== removed && !neededFor(permission).includes(removed));

function nounOf(permission: Permission): string {
  return permission.slice(0, permission.indexOf("."));
}

function spaced(noun: string): string {
  return noun.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

function sentence(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
