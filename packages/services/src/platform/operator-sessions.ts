import { and, centralTransaction, desc, eq, gt, isNull } from "@storehouse/db";
import { operatorSessions } from "@storehouse/db/central";
import {
  type EndOperatorSessionInput,
  fail,
  OPERATOR_IDLE_MINUTES,
  type OperatorMe,
  type Page,
  type SessionRow,
} from "@storehouse/domain";
import { authorizeOperator, type PlatformContext, recordDeed } from "./platform-context.ts";

// Each lasts half a day at most: there are never many.
const SHOWN_MAX = 100;

/** Who is signed in to the console. */
export function getOperatorMe(ctx: PlatformContext): OperatorMe {
  authorizeOperator(ctx, "self.manage");
  const { username, name, role, permissions } = ctx.operator;
  return { username, name, role, permissions: [...permissions] };
}

/** Where the operator is signed in, the latest first. */
export async function listOperatorSessions(ctx: PlatformContext): Promise<Page<SessionRow>> {
  authorizeOperator(ctx, "self.manage");
  const { publicId: id, device, address, createdAt, lastSeenAt } = operatorSessions;
  const rows = await ctx.central
    .select({ id, device, address, createdAt, lastSeenAt })
    .from(operatorSessions)
    .where(own(ctx))
    .orderBy(desc(createdAt), desc(id))
    .limit(SHOWN_MAX);
  return {
    rows: rows.map((row) => ({
      ...row,
      createdAt: row.createdAt.toISOString(),
      lastSeenAt: row.lastSeenAt.toISOString(),
      isCurrent: row.id === ctx.operator.sessionId,
    })),
  };
}

/** Ends one of the operator's sessions; one that has ended is left so. Throws NOT_FOUND. */
export async function endOperatorSession(
  ctx: PlatformContext,
  { id }: EndOperatorSessionInput,
): Promise<Record<string, never>> {
  authorizeOperator(ctx, "self.manage");
  const isTheirs = and(eq(operatorSessions.publicId, id), eq(operatorSessions.operatorId, ctx.operator.id));
  await centralTransaction(ctx.central, async (central) => {
    const { publicId, revokedAt } = operatorSessions;
    const [row] = await central.select({ publicId, revokedAt }).from(operatorSessions).where(isTheirs).for("update");
    if (row === undefined) return fail({ code: "NOT_FOUND", entity: "session", id });
    if (row.revokedAt !== null) return undefined;
    await central.update(operatorSessions).set({ revokedAt: ctx.now() }).where(isTheirs);
    return recordDeed({ ...ctx, central }, { action: "operator.endSession", detail: { sessionId: id } });
  });
  return {};
}

/** Ends the session the request came with. */
export const logOutOperator = (ctx: PlatformContext): Promise<Record<string, never>> =>
  endOperatorSession(ctx, { id: ctx.operator.sessionId });

const own = ({ operator, now }: PlatformContext) =>
  and(
    eq(operatorSessions.operatorId, operator.id),
    isNull(operatorSessions.revokedAt),
    gt(operatorSessions.endsAt, now()),
    gt(operatorSessions.lastSeenAt, new Date(now().getTime() - OPERATOR_IDLE_MINUTES * 60_000)),
  );
