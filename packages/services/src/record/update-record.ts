import { fail } from "@storehouse/domain";
import { difference, recordAudit } from "../audit.ts";
import { atomically, type TenantContext } from "../context.ts";
import { getRecord } from "./get-record.ts";
import type { RecordKind, RecordSteps, Stored } from "./record-kind.ts";
import { refuseTaken } from "./refuse-taken.ts";
import { changedFields } from "./same-content.ts";

/**
 * Saves a record's content if the version it was made from is still the current one; refuses with STALE and the current content if not.
 * A change that leaves nothing different is no change, so a save sent twice answers twice.
 */
export async function updateRecord<Content extends Record<string, unknown>>(
  ctx: TenantContext,
  kind: RecordKind<Content>,
  input: Readonly<{ id: string; version: number; content: Content }>,
  steps: RecordSteps<Content, Content> = {},
): Promise<{ version: number }> {
  const { id, version, content } = input;
  return refuseTaken(kind.uniques, content, () =>
    atomically(ctx, async (tx) => {
      const stored = await getRecord(tx.db, kind, id);
      const changed = changedFields(stored.content, content);
      if (changed.length === 0) return { version: stored.version };
      if (stored.version !== version) failStale(kind, stored, changed);
      await steps.check?.(tx, stored, content);
      if (!(await kind.save(tx.db, { id, version, at: tx.now() }, content)))
        return updateRecord(tx, kind, input, steps);
      await steps.andThen?.(tx, stored, content);
      await recordAudit(tx, {
        action: kind.actions.update,
        entity: kind.entity,
        entityId: id,
        ...difference(stored.content, content),
      });
      return { version: version + 1 };
    }),
  );
}

/** Refuses a change made from an older version, with what is stored now. */
export function failStale<Content extends Record<string, unknown>>(
  kind: RecordKind<Content>,
  stored: Stored<Content>,
  changed: readonly string[],
): never {
  const { id, version, isArchived, content } = stored;
  return fail({ code: "STALE", entity: kind.entity, id, current: { ...content, version, isArchived }, changed });
}
