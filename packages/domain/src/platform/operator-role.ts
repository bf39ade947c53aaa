/** What an operator may be: OWNER of all, OPERATOR of the factories they are assigned, VIEWER who only reads. */
export const OPERATOR_ROLES = ["OWNER", "OPERATOR", "VIEWER"] as const;
export type OperatorRole = (typeof OPERATOR_ROLES)[number];

/** Every permission of operators: a list of its own, and none of it opens a factory's business data. */
export const OPERATOR_PERMISSIONS = [
  "self.manage",
  "factories.read",
  "factories.create",
  "factories.suspend",
  "factories.reactivate",
  "factories.bill",
  "factories.backUp",
  "factories.restore",
  "factories.resume",
  "factories.syncConnections",
  "factories.move",
  "factories.rotatePassword",
  "factories.archive",
  "factories.delete",
  "events.read",
  "signUp.change",
  "fleet.migrate",
  "keys.rotate",
  "support.open",
  "directory.change",
] as const;
export type OperatorPermission = (typeof OPERATOR_PERMISSIONS)[number];

const READS: readonly OperatorPermission[] = ["self.manage", "factories.read", "events.read"];

const OF_ROLE: Readonly<Record<OperatorRole, ReadonlySet<OperatorPermission>>> = {
  OWNER: new Set(OPERATOR_PERMISSIONS),
  OPERATOR: new Set([
    ...READS,
    "factories.suspend",
    "factories.reactivate",
    "factories.bill",
    "factories.backUp",
    "factories.restore",
    "factories.resume",
    "factories.syncConnections",
    "factories.move",
    "factories.rotatePassword",
    "support.open",
  ]),
  VIEWER: new Set(READS),
};

/** True for one of the three roles. */
export const isOperatorRole = (word: string): word is OperatorRole => Object.hasOwn(OF_ROLE, word);

/** What a role lets an operator do. */
export const operatorPermissionsOf = (role: OperatorRole): ReadonlySet<OperatorPermission> => OF_ROLE[role];
