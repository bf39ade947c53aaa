import { auditLog } from "@storehouse/db/tenant";
import { sql } from "@storehouse/db";
import { drizzle } from "drizzle-orm/mysql2";
import { copyNameOf } from "../open-side-copy.ts";
import { quoteName } from "./grants.ts";
import type { Provisioner } from "./open-provisioner.ts";
import type { Session } from "./open-session.ts";
import { grantOwnUser } from "./own-user.ts";
import { inSession } from "./scratch-database.ts";
import type { Swap } from "./swap-databases.ts";

/** A restore as the restored factory's own log tells of it. */
export type RestoredLine = Readonly<{ by: string; savedAt: Date | null; backupId: string | null }>;

/** Further than any number that an open screen can have seen. */
const FEED_GAP = 1_000;

/**
 * Makes a database that took a factory's place fit to be entered: everybody signs in anew, with the password of now;
 * whoever may not enter any more may not now either; nothing that was sent once is sent again; open screens start over;
 * and the log says what happened. One transaction, and harmless when it was done before.
 */
export async function settleRestored(
  provisioner: Provisioner,
  swap: Swap & Readonly<{ dbUser: string }>,
  line: RestoredLine,
): Promise<void> {
  await inSession(provisioner, async (session) => {
    await grantOwnUser(session, swap);
    await session.run(`USE ${quoteName(swap.dbName)}`);
    await session.run("START TRANSACTION");
    for (const statement of statementsFor(copyNameOf(swap.keptId), await mayDeactivateMasters(session, swap)))
      await session.run(statement);
    await recordRestore(session, swap, line);
    await session.run("COMMIT");
  });
}

/** A factory must not be without a master who may enter: then those of the backup may. */
async function mayDeactivateMasters(session: Session, { keptId }: Swap): Promise<boolean> {
  const left = await session.rows(
    `select 1 as found from users u left join ${quoteName(copyNameOf(keptId))}.users k on k.id = u.id
      where u.role = 'master' and u.is_active = 1 and (k.id is null or k.is_active = 1) limit 1`,
  );
  return left.length > 0;
}

function statementsFor(kept: string, mayDeactivate: boolean): readonly string[] {
  const now = quoteName(kept);
  return [
    "delete from sessions",
    "delete from sign_in_links",
    `update users u join ${now}.users k on k.id = u.id set u.password_hash = k.password_hash,
      u.must_change_password = k.must_change_password, u.session_version = greatest(u.session_version, k.session_version) + 1`,
    `update users u join ${now}.users k on k.id = u.id set u.is_active = 0
      where k.is_active = 0 ${mayDeactivate ? "" : "and u.role <> 'master'"}`,
    `delete from recovery_codes where user_id in (select id from ${now}.users)`,
    `delete from second_factors where user_id in (select id from ${now}.users)`,
    `insert into second_factors select * from ${now}.second_factors where user_id in (select id from users)`,
    `insert into recovery_codes select * from ${now}.recovery_codes where user_id in (select id from users)`,
    `update api_keys a left join ${now}.api_keys k on k.id = a.id set a.revoked_at = utc_timestamp(3)
      where a.revoked_at is null and (k.id is null or k.revoked_at is not null)`,
    "update outbox_emails set state = 'DEAD', last_error = 'RESTORED' where state = 'QUEUED'",
    "update webhook_deliveries set state = 'DEAD', last_error = 'RESTORED', finished_at = utc_timestamp(3) where state = 'PENDING'",
    "delete from feed",
    "insert into feed_state (id, number) values (1, 0) on duplicate key update number = number",
    `update feed_state set number = greatest(number,
      coalesce((select max(k.number) from ${now}.feed_state k), 0)) + ${FEED_GAP} where id = 1`,
  ];
}

async function recordRestore(session: Session, { factoryId, keptId }: Swap, line: RestoredLine): Promise<void> {
  const { by, savedAt, backupId } = line;
  await drizzle(session.client)
    .insert(auditLog)
    .values({
      id: keptId,
      at: sql`utc_timestamp(3)`,
      actorKind: "job",
      actorName: by.slice(0, 100),
      action: "backups.restore",
      entity: "factory",
      entityId: factoryId,
      after: { savedAt: savedAt?.toISOString() ?? null, ...(backupId === null ? {} : { backupId }) },
    })
    .onDuplicateKeyUpdate({ set: { id: sql`${auditLog.id}` } });
}
