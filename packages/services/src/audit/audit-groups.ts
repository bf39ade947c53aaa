import { eq, inArray, isNull, type TenantDb } from "@storehouse/db";
import { auditLog, users } from "@storehouse/db/tenant";
import type { ListAuditInput } from "@storehouse/domain";
import type { AuditGroup, AuditPage } from "./audit-page.ts";

type Lead = NonNullable<ListAuditInput["lead"]>;

/** Stands for what nobody did: the service itself. */
const NOBODY = "";

const INDEX: Readonly<Record<Lead, string>> = { actor: "audit_log_actor_ix", action: "audit_log_action_ix" };

/** The groups of a log sorted by `lead` first, in their order: people by name and the service after them, deeds by what they are called in the log. */
export async function findAuditGroups(db: TenantDb, page: AuditPage, lead: Lead): Promise<readonly string[]> {
  const groups = lead === "actor" ? await findActors(db, page) : await findActions(db, page);
  return page.input.leadDirection === "desc" ? groups.toReversed() : groups;
}

/** What keeps one group. */
export function groupOf(lead: Lead, name: string): AuditGroup {
  const index = INDEX[lead];
  if (lead === "action") return { where: eq(auditLog.action, name), index };
  return { where: name === NOBODY ? isNull(auditLog.actorId) : eq(auditLog.actorId, name), index };
}

async function findActors(db: TenantDb, { ownerId, input }: AuditPage): Promise<readonly string[]> {
  const only = ownerId ?? input.userId;
  if (only !== undefined) return [only];
  const ids = (await selectActors(db)).map(({ id }) => id ?? NOBODY);
  const people =
    ids.length === 0
      ? []
      : await db
          .select({ id: users.id, name: users.name })
          .from(users)
          .where(
            inArray(
              users.id,
              ids.filter((id) => id !== NOBODY),
            ),
          );
  const names = new Map(people.map(({ id, name }) => [id, name]));
  return ids.toSorted((a, b) => compare(names.get(a), names.get(b)) || compare(a, b));
}

/** Who has no name comes last. */
const compare = (a: string | undefined, b: string | undefined): number => {
  if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined);
  return a.localeCompare(b, "en");
};

async function findActions(db: TenantDb, { input }: AuditPage): Promise<readonly string[]> {
  const { actions } = input;
  const all = (await selectActions(db)).map(({ action }) => action).toSorted();
  return actions?.length ? all.filter((action) => actions.includes(action)) : all;
}

/** Who stands in the log: the index is read from one person to the next. */
export const selectActors = (db: TenantDb) =>
  db.selectDistinct({ id: auditLog.actorId }).from(auditLog, { forceIndex: [INDEX.actor] });

/** Which deeds stand in the log, likewise. */
export const selectActions = (db: TenantDb) =>
  db.selectDistinct({ action: auditLog.action }).from(auditLog, { forceIndex: [INDEX.action] });
