import { and, asc, eq, isNull } from "@storehouse/db";
import { roles, users } from "@storehouse/db/tenant";
import type { Failure } from "@storehouse/domain";
import type { TenantContext } from "../context.ts";

type NotAllowed = Extract<Failure, { code: "NOT_ALLOWED" }>;

/** More names than this are no help to somebody who looks for one to ask. */
const MASTERS_MAX = 3;

/** Adds to a refusal what only the factory knows: its own roles that carry the permission, and the masters who could give it. */
export async function explainRefusal({ db }: TenantContext, failure: NotAllowed): Promise<NotAllowed> {
  const { permission } = failure;
  if (permission === null) return failure;
  const own = await db
    .select({ name: roles.name, permissions: roles.permissions })
    .from(roles)
    .where(isNull(roles.archivedAt))
    .orderBy(asc(roles.name));
  const masters = await db
    .select({ name: users.name })
    .from(users)
    .where(and(eq(users.role, "master"), eq(users.isActive, true)))
    .orderBy(asc(users.createdAt), asc(users.id))
    .limit(MASTERS_MAX);
  const carrying = own.filter(({ permissions }) => permissions.includes(permission)).map(({ name }) => name);
  return {
    ...failure,
    grantedBy: [...failure.grantedBy, ...carrying],
    masters: masters.map(({ name }) => name),
  };
}
