import type { ArchiveInput } from "@storehouse/domain";
import { recordAudit } from "../audit.ts";
import { atomically, type TenantContext } from "../context.ts";
import { getRecord } from "./get-record.ts";
import type { RecordKind, RecordSteps } from "./record-kind.ts";
import { failStale } from "./update-record.ts";

/**
 * Archives a record or takes it back, if its version is still the one named; refuses with STALE if not.
 * A record already in the state asked for stays as it is, so sending it twice answers twice.
 */
export async function archiveRecord<Content extends Record<string, unknown>>(
  ctx: TenantContext,
  kind: RecordKind<Content>,
  input: ArchiveInput,
  steps: RecordSteps<Content, ArchiveInput> = {},
): Promise<{ version: number }> {
  const { id, version, isArchived } = input;
  return atomically(ctx, async (tx) => {
    const stored = await getRecord(tx.db, kind, id);
    if (stored.isArchived === isArchived) return { version: stored.version };
    if (stored.version !== version) failStale(kind, stored, ["isArchived"]);
    await steps.check?.(tx, stored, input);
    const at = tx.now();
    if (!(await kind.archive(tx.db, { id, version, at }, isArchived ? at : null))) {
      return archiveRecord(tx, kind, input, steps);
    }
    await steps.andThen?.(tx, stored, input);
    await recordAudit(tx, {
      action: kind.actions.archive,
      entity: kind.entity,
      entityId: id,
      before: { isArchived: stored.isArchived },
      after: { isArchived },
    });
    return { version: version + 1 };
  });
}
