import { and, desc, eq, gt, isNull, lt, or } from "@storehouse/db";
import { sessions } from "@storehouse/db/tenant";
import type { Page, PageInput, SessionRow } from "@storehouse/domain";
import { authorize, personOf, type TenantContext } from "../context.ts";
import { toPage, unpackCursor } from "../cursor.ts";
import { momentOf } from "./moment-of.ts";
import type { AccountPorts } from "./ports.ts";

/** Where the caller is signed in, the one used last first. */
export async function listSessions(
  ctx: TenantContext,
  accounts: AccountPorts,
  input: PageInput,
): Promise<Page<SessionRow>> {
  authorize(ctx, "profile.manage");
  const rows = await ctx.db
    .select({
      id: sessions.publicId,
      device: sessions.device,
      address: sessions.address,
      createdAt: sessions.createdAt,
      lastSeenAt: sessions.lastSeenAt,
    })
    .from(sessions)
    .where(
      and(
        eq(sessions.userId, personOf(ctx)),
        isNull(sessions.revokedAt),
        gt(sessions.expiresAt, ctx.now()),
        afterCursor(input.after),
      ),
    )
    .orderBy(desc(sessions.lastSeenAt), desc(sessions.publicId))
    .limit(input.limit + 1);
  const page = toPage(rows, input.limit, (row) => [row.lastSeenAt.toISOString(), row.id]);
  return {
    ...page,
    rows: page.rows.map((row) => ({
      ...row,
      createdAt: row.createdAt.toISOString(),
      lastSeenAt: row.lastSeenAt.toISOString(),
      isCurrent: row.id === accounts.sessionId,
    })),
  };
}

function afterCursor(after: string | undefined) {
  const cursor = unpackCursor(after, 2);
  if (cursor === undefined) return undefined;
  const { at, id } = momentOf(cursor);
  return or(lt(sessions.lastSeenAt, at), and(eq(sessions.lastSeenAt, at), lt(sessions.publicId, id)));
}
