import type { TenantDb } from "@storehouse/db";
import { fail } from "@storehouse/domain";
import type { RecordKind, Stored } from "./record-kind.ts";

/** Reads a record. Throws NOT_FOUND. */
export async function getRecord<Content extends Record<string, unknown>>(
  db: TenantDb,
  kind: RecordKind<Content>,
  id: string,
): Promise<Stored<Content>> {
  return (await kind.find(db, id)) ?? fail({ code: "NOT_FOUND", entity: kind.entity, id });
}

/** Reads a record that another is to point at. Throws NOT_FOUND or ARCHIVED, naming the field that pointed. */
export async function getActive<Content extends Record<string, unknown>>(
  db: TenantDb,
  kind: RecordKind<Content>,
  id: string,
  field: string,
): Promise<Stored<Content>> {
  const stored = await kind.find(db, id);
  if (stored === undefined) fail({ code: "NOT_FOUND", entity: kind.entity, id, field });
  if (stored.isArchived) fail({ code: "ARCHIVED", entity: kind.entity, id, field });
  return stored;
}
