import { type AnyColumn, type CentralDb, inArray, type SQL, sql } from "@storehouse/db";
import { platformAudit } from "@storehouse/db/central";
import { fail, type OperatorActor, type OperatorPermission } from "@storehouse/domain";
import { newId } from "../new-id.ts";

/** All that a use case of the console may know: the central database and who asks. No factory's database is behind it. */
export type PlatformContext = Readonly<{ central: CentralDb; operator: OperatorActor; now: () => Date }>;

/** Refuses with NOT_ALLOWED unless the operator holds the permission. */
export function authorizeOperator({ operator }: PlatformContext, permission: OperatorPermission): void {
  if (!operator.permissions.has(permission)) fail({ code: "NOT_ALLOWED", permission: null, grantedBy: [] });
}

/** Refuses with NOT_FOUND a factory that the operator is not assigned: to them it is not there. */
export function assertAssigned({ operator: { factoryIds } }: PlatformContext, factoryId: string): void {
  if (factoryIds !== null && !factoryIds.has(factoryId)) fail({ code: "NOT_FOUND", entity: "factory", id: factoryId });
}

/** How the service's log names the operator. */
export const actorName = ({ operator }: PlatformContext): `operator:${string}` => `operator:${operator.username}`;

type Deed = Readonly<{ action: string; factoryId?: string; detail?: Readonly<Record<string, unknown>> }>;

/** Adds a line to the service's log, on the handle of the context: inside a transaction it stands or falls with it. */
export async function recordDeed(ctx: PlatformContext, { action, factoryId, detail }: Deed): Promise<void> {
  await ctx.central.insert(platformAudit).values({
    id: newId(),
    at: sql`utc_timestamp(3)`,
    actor: actorName(ctx),
    action,
    factoryId: factoryId ?? null,
    detail: detail ?? null,
  });
}

/** The condition that leaves an OPERATOR what is of factories they are assigned; none for the others, whose `factoryIds` is null. */
export const ofAssigned = (factoryIds: ReadonlySet<string> | null, column: AnyColumn): SQL | undefined =>
  factoryIds === null ? undefined : inArray(column, [...factoryIds, NOBODYS]);

// Somebody who is assigned none sees none: an empty list would be no condition.
const NOBODYS = "00000000-0000-0000-0000-000000000000";
