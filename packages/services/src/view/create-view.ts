import { savedViews } from "@storehouse/db/tenant";
import type { CreateViewInput } from "@storehouse/domain";
import { authorize, personOf, type TenantContext } from "../context.ts";
import { createOnce } from "../record/create-once.ts";
import { firstStamps } from "../record/record-kind.ts";
import { assertMayShare, viewRecord } from "./view-record.ts";

/** Keeps a list as a view of the actor's, or everybody's if they may share. Sent twice, it keeps one. Throws TAKEN, KEY_REUSED, NOT_ALLOWED. */
export async function createView(ctx: TenantContext, input: CreateViewInput): Promise<{ id: string }> {
  authorize(ctx, "views.keep");
  if (input.isShared) assertMayShare(ctx);
  const ownerId = personOf(ctx);
  const { id, ...content } = input;
  await createOnce(ctx, { ...viewRecord, action: "views.create", id, content }, async (tx) => {
    await tx.db.insert(savedViews).values({
      id,
      ...content,
      ownerId,
      takenName: content.name,
      isShared: Number(content.isShared),
      ...firstStamps(tx.now()),
    });
  });
  return { id };
}
