import { and, eq, isNull, or } from "@storehouse/db";
import { defaultViews, savedViews } from "@storehouse/db/tenant";
import { fail, type SetDefaultViewInput } from "@storehouse/domain";
import { recordAudit } from "../audit.ts";
import { atomically, authorize, personOf, type TenantContext } from "../context.ts";

/** Says which view the actor's list opens with, or none. What was said already changes nothing. Throws NOT_FOUND for a view they cannot see. */
export async function setDefaultView(ctx: TenantContext, input: SetDefaultViewInput): Promise<Record<string, never>> {
  authorize(ctx, "views.keep");
  const userId = personOf(ctx);
  const { list, viewId } = input;
  await atomically(ctx, async (tx) => {
    if (viewId !== null) await assertVisible(tx, userId, { list, viewId });
    const own = and(eq(defaultViews.userId, userId), eq(defaultViews.list, list));
    const [stored] = await tx.db.select({ viewId: defaultViews.viewId }).from(defaultViews).where(own);
    const before = stored?.viewId ?? null;
    if (before === viewId) return;
    if (viewId === null) await tx.db.delete(defaultViews).where(own);
    else {
      await tx.db.insert(defaultViews).values({ userId, list, viewId }).onDuplicateKeyUpdate({ set: { viewId } });
    }
    await recordAudit(tx, {
      action: "views.setDefault",
      entity: "user",
      entityId: userId,
      before: { list, viewId: before },
      after: { list, viewId },
    });
  });
  return {};
}

async function assertVisible(
  { db }: TenantContext,
  userId: string,
  { list, viewId }: Readonly<{ list: SetDefaultViewInput["list"]; viewId: string }>,
): Promise<void> {
  const { id, ownerId, isShared, archivedAt } = savedViews;
  const isSeen = or(eq(ownerId, userId), eq(isShared, 1));
  const [view] = await db
    .select({ id })
    .from(savedViews)
    .where(and(eq(id, viewId), eq(savedViews.list, list), isNull(archivedAt), isSeen));
  if (view === undefined) fail({ code: "NOT_FOUND", entity: "view", id: viewId, field: "viewId" });
}
