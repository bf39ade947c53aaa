import type { TenantDb } from "@storehouse/db";
import { postings } from "@storehouse/db/tenant";

/** True once anything stands in the ledger. */
export async function hasPostings(db: TenantDb): Promise<boolean> {
  return (await db.select({ id: postings.id }).from(postings).limit(1)).length > 0;
}
