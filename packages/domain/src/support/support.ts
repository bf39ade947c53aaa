import { z } from "zod";
import { Id, line } from "../fields.ts";
import type { Permission } from "../permission.ts";

/** For how long support can be let in, in hours. */
export const SUPPORT_HOURS = [1, 8, 24] as const;

/** A support session that is not used ends after this long. */
export const SUPPORT_IDLE_MINUTES = 30;

/** Lets the service's support look into the factory for some hours. */
export const GrantSupportInput = z.strictObject({
  id: Id,
  hours: z.literal(SUPPORT_HOURS),
  reason: line(255),
});
export type GrantSupportInput = z.infer<typeof GrantSupportInput>;

/** Leaving says nothing: the cookie names the session. */
export const LeaveSupportInput = z.strictObject({}).optional();

/** Opens a factory that has let support in. */
export const OpenSupportInput = z.strictObject({ factoryId: Id });
export type OpenSupportInput = z.infer<typeof OpenSupportInput>;

/** That support may look, since when, until when and why. */
export type SupportGrant = Readonly<{
  id: string;
  reason: string;
  grantedByName: string;
  grantedAt: string;
  expiresAt: string;
}>;

/** One time that somebody of support was in the factory. */
export type SupportVisit = Readonly<{
  id: string;
  operatorName: string;
  enteredAt: string;
  lastSeenAt: string;
  /** True while they look. */
  isIn: boolean;
}>;

/** What a factory's people see of support: the grant that stands, and who has looked, the latest first. */
export type SupportStatus = Readonly<{ grant: SupportGrant | null; visits: readonly SupportVisit[] }>;

/**
 * What support may in a factory that let it in: to look at what people see on its pages. Keys, backups, exports, settings of people's own and
 * everything that changes something are not among it; whatever is added later isn't either, until it is named here.
 */
export const SUPPORT_PERMISSIONS: ReadonlySet<Permission> = new Set<Permission>([
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
  "settings.read",
  "auditLogs.readOwn",
  "auditLogs.read",
  "alerts.read",
  "notifications.read",
  "users.read",
  "roles.read",
  "support.read",
]);

/** What the pages offer support: its own account, which every person has, is none of the factory's. */
const OWN: ReadonlySet<Permission> = new Set<Permission>(["profile.manage", "views.keep"]);
export const SUPPORT_OFFERED: readonly Permission[] = [...SUPPORT_PERMISSIONS].filter(
  (permission) => !OWN.has(permission),
);
