import { and, desc, eq, lt, or } from "@storehouse/db";
import { apiKeys, users } from "@storehouse/db/tenant";
import { type ApiKeyRow, KEY_SCOPES, type Page, type PageInput } from "@storehouse/domain";
import { authorize, type TenantContext } from "../context.ts";
import { toPage, unpackCursor } from "../cursor.ts";
import { momentOf } from "../user/moment-of.ts";

/** The factory's API keys, the latest first, ended ones too. Their secrets are nowhere to be read. */
export async function listApiKeys(ctx: TenantContext, input: PageInput): Promise<Page<ApiKeyRow>> {
  authorize(ctx, "apiKeys.read");
  const rows = await ctx.db
    .select({
      id: apiKeys.id,
      name: apiKeys.name,
      ending: apiKeys.ending,
      scopes: apiKeys.scopes,
      madeBy: users.name,
      createdAt: apiKeys.createdAt,
      expiresAt: apiKeys.expiresAt,
      lastUsedAt: apiKeys.lastUsedAt,
      revokedAt: apiKeys.revokedAt,
    })
    .from(apiKeys)
    .innerJoin(users, eq(users.id, apiKeys.userId))
    .where(afterCursor(input.after))
    .orderBy(desc(apiKeys.createdAt), desc(apiKeys.id))
    .limit(input.limit + 1);
  const page = toPage(rows, input.limit, (row) => [row.createdAt.toISOString(), row.id]);
  return {
    ...page,
    rows: page.rows.map((row) => ({
      ...row,
      scopes: KEY_SCOPES.filter((permission) => row.scopes.includes(permission)),
      createdAt: row.createdAt.toISOString(),
      expiresAt: row.expiresAt?.toISOString() ?? null,
      lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
      revokedAt: row.revokedAt?.toISOString() ?? null,
    })),
  };
}

function afterCursor(after: string | undefined) {
  const cursor = unpackCursor(after, 2);
  if (cursor === undefined) return undefined;
  const { at, id } = momentOf(cursor);
  return or(lt(apiKeys.createdAt, at), and(eq(apiKeys.createdAt, at), lt(apiKeys.id, id)));
}
