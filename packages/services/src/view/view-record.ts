import { eq, type ReadDb } from "@storehouse/db";
import { savedViews } from "@storehouse/db/tenant";
import { fail, type UpdateViewInput } from "@storehouse/domain";
import { personOf, refuse, type TenantContext } from "../context.ts";
import type { RecordKind, Stored } from "../record/record-kind.ts";
import { writeVersion } from "../record/record-writes.ts";

export type ViewContent = Omit<UpdateViewInput, "id" | "version">;

type StoredView = Stored<ViewContent> & Readonly<{ ownerId: string }>;

/** Views, as the shared verbs see them. */
export const viewRecord: RecordKind<ViewContent> = {
  entity: "view",
  actions: { update: "views.update", archive: "views.archive" },
  uniques: { saved_views_name_uq: "name" },
  find: findView,
  save: (db, change, content) =>
    writeVersion(db, savedViews, change, {
      ...content,
      isShared: Number(content.isShared),
      takenName: content.name,
    }),
  archive: async (db, change, archivedAt) => {
    const stored = await findView(db, change.id);
    return writeVersion(db, savedViews, change, {
      archivedAt,
      takenName: archivedAt === null ? (stored?.content.name ?? null) : null,
    });
  },
};

/**
 * Reads a view that the actor wants to change: their own, or one that is shared if they may share. Throws NOT_FOUND for what they cannot see,
 * NOT_ALLOWED for what others share.
 */
export async function getChangeable(ctx: TenantContext, id: string): Promise<StoredView> {
  const view = await findView(ctx.db, id);
  const isOwn = view?.ownerId === personOf(ctx);
  if (view === undefined || !(isOwn || view.content.isShared)) return fail({ code: "NOT_FOUND", entity: "view", id });
  if (!isOwn) assertMayShare(ctx);
  return view;
}

/** Refuses with NOT_ALLOWED who may not share views. */
export function assertMayShare(ctx: TenantContext): void {
  if (!ctx.actor.permissions.has("views.share")) refuse("views.share");
}

async function findView(db: ReadDb, id: string): Promise<StoredView | undefined> {
  const { name, isShared, query, columns, ownerId, version, archivedAt } = savedViews;
  const [row] = await db
    .select({ name, isShared, query, columns, ownerId, version, archivedAt })
    .from(savedViews)
    .where(eq(savedViews.id, id));
  return (
    row && {
      id,
      version: row.version,
      isArchived: row.archivedAt !== null,
      ownerId: row.ownerId,
      content: { name: row.name, isShared: row.isShared === 1, query: row.query, columns: row.columns },
    }
  );
}
