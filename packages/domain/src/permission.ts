/** Every permission there is, as noun.verb. A procedure, its audit action and its permission share a name where they can. */
export const PERMISSIONS = [
  "profile.manage",
  "views.keep",
  "views.share",
  "factory.read",
  "products.read",
  "products.create",
  "products.update",
  "products.archive",
  "products.import",
  "products.export",
  "lists.export",
  "bulk.change",
  "locations.read",
  "locations.create",
  "locations.update",
  "locations.archive",
  "subcategories.read",
  "subcategories.create",
  "subcategories.update",
  "subcategories.archive",
  "suppliers.read",
  "suppliers.create",
  "suppliers.update",
  "suppliers.archive",
  "units.read",
  "units.create",
  "productFormulas.read",
  "productFormulas.create",
  "productFormulas.update",
  "productFormulas.archive",
  "inventory.read",
  "inventory.post",
  "inventory.transfer",
  "inventory.make",
  "inventory.reverse",
  "inventory.reverseOwn",
  "inventory.verify",
  "settings.read",
  "settings.update",
  "settings.close",
  "settings.reopen",
  "factory.syncConnections",
  "apiKeys.read",
  "apiKeys.create",
  "apiKeys.revoke",
  "webhooks.read",
  "webhooks.create",
  "webhooks.update",
  "webhooks.remove",
  "webhooks.replay",
  "plan.read",
  "support.read",
  "support.grant",
  "plan.setModule",
  "backups.read",
  "backups.create",
  "backups.download",
  "backups.cleanUp",
  "backups.openCopy",
  "backups.restore",
  "backups.takeBack",
  "backups.export",
  "sample.load",
  "sample.remove",
  "auditLogs.readOwn",
  "auditLogs.read",
  "auditLogs.comment",
  "auditLogs.flag",
  "alerts.read",
  "alerts.acknowledge",
  "alerts.resolve",
  "alerts.setThreshold",
  "notifications.read",
  "users.read",
  "users.create",
  "users.update",
  "users.reset",
  "roles.read",
  "roles.create",
  "roles.update",
  "roles.archive",
] as const;

export type Permission = (typeof PERMISSIONS)[number];

const EMPLOYEE: readonly Permission[] = [
  "profile.manage",
  "views.keep",
  "factory.read",
  "products.read",
  "locations.read",
  "subcategories.read",
  "suppliers.read",
  "units.read",
  "productFormulas.read",
  "inventory.read",
  "inventory.post",
  "inventory.transfer",
  "inventory.make",
  "inventory.reverseOwn",
  "auditLogs.readOwn",
  "auditLogs.comment",
  "alerts.read",
  "notifications.read",
];
const VIEWER: readonly Permission[] = EMPLOYEE.filter(
  (permission) => permission.endsWith(".read") || permission === "profile.manage" || permission === "views.keep",
);
// A factory's people, roles, backups and programs are its masters' business.
const MANAGER: readonly Permission[] = PERMISSIONS.filter(
  (permission) =>
    !/^(users|roles|apiKeys|webhooks|plan|backups)\.|^(factory\.syncConnections|support\.grant)$/.test(permission) &&
    permission !== "settings.reopen",
);

/** What each built-in role may do (product.md, Roles). */
export const ROLE_PERMISSIONS = {
  master: PERMISSIONS,
  manager: [...MANAGER, "users.read", "roles.read"],
  employee: EMPLOYEE,
  viewer: VIEWER,
} as const satisfies Record<string, readonly Permission[]>;

export const ROLES = ["master", "manager", "employee", "viewer"] as const;
export type Role = (typeof ROLES)[number];

const sets: Record<Role, ReadonlySet<Permission>> = {
  master: new Set(ROLE_PERMISSIONS.master),
  manager: new Set<Permission>(ROLE_PERMISSIONS.manager),
  employee: new Set(ROLE_PERMISSIONS.employee),
  viewer: new Set(ROLE_PERMISSIONS.viewer),
};

/** The permissions of a role, as a set to ask. */
export const permissionsOf = (role: Role): ReadonlySet<Permission> => sets[role];

/** The built-in roles that carry a permission: what a refusal names. */
export const rolesWith = (permission: Permission): readonly Role[] =>
  ROLES.filter((role) => sets[role].has(permission));

/** What everybody may who can sign in at all, whatever their role: their own account and views, and the name of the factory. */
export const BASE_PERMISSIONS = [
  "profile.manage",
  "views.keep",
  "factory.read",
] as const satisfies readonly Permission[];

/** What a role of the factory's own may be made of. */
export const GRANTABLE: readonly Permission[] = PERMISSIONS.filter(
  (permission) => !(BASE_PERMISSIONS as readonly Permission[]).includes(permission),
);

/** The permissions of a role of the factory's own, from what is stored of it: what is no permission any more counts for nothing. */
export const ownPermissions = (stored: readonly string[]): ReadonlySet<Permission> =>
  new Set([...BASE_PERMISSIONS, ...GRANTABLE.filter((permission) => stored.includes(permission))]);
