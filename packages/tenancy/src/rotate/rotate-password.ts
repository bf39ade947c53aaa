import { and, type CentralDb, centralTransaction, eq, sql } from "@storehouse/db";
import { factories } from "@storehouse/db/central";
import { fail } from "@storehouse/domain";
import { randomBytes } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { createFactoryFinder, type FactoryRecord } from "../find-factory.ts";
import { accountName, grantStatements, quoteText } from "../provision/grants.ts";
import type { Provisioner } from "../provision/open-provisioner.ts";
import { openSession, type Session } from "../provision/open-session.ts";
import { recordPlatformEvent } from "../record-platform-event.ts";
import { type LockedSecret, lockSecret, lockText, unlockText } from "../secret.ts";
import { SECRET_PLACES } from "../secret-places.ts";
import { withFactoryHeld } from "./with-factory-held.ts";

/** What a rotation writes down as it goes, to be taken up again: the new user and password, and the version they replace. */
export type PasswordMemo = Readonly<{ dbUser: string; formerUser: string; formerVersion: number } & LockedSecret>;

export const PASSWORD_POINTS = ["kept", "both-open", "switched", "closed"] as const;
export type PasswordPoint = (typeof PASSWORD_POINTS)[number];

export type RotatePasswordWish = Readonly<{
  factoryId: string;
  /** What an earlier attempt has written down. */
  memo?: PasswordMemo | undefined;
  keep: (memo: PasswordMemo) => Promise<void>;
  onPoint?: (point: PasswordPoint) => void;
  /** How long the former password stays good beside the new one. */
  overlapMs?: number | undefined;
}>;

/** Longer than a registry's record is remembered (5 s) and any request that began with it lasts. */
const OVERLAP_MS = 30_000;
const NAME_LENGTH = 26;
const OPEN = ["READY", "SUSPENDED", "ARCHIVED"];

/**
 * Gives a factory's own database user a new password, and no request fails: for a while both are good. MySQL keeps the former
 * password of the same user; on MariaDB a second user takes over from the first. May be taken up again at any point.
 */
export async function rotatePassword(
  registry: Provisioner,
  wish: RotatePasswordWish,
): Promise<Readonly<{ version: number }>> {
  const { factoryId, onPoint = () => undefined, overlapMs = OVERLAP_MS } = wish;
  const { central } = registry;
  return withFactoryHeld(central, factoryId, async () => {
    // Under the leases: it may have been moved while this waited.
    const factory = await createFactoryFinder(central, 1).byId(factoryId);
    if (factory === undefined) return fail({ code: "NOT_FOUND", entity: "factory", id: factoryId });
    if (!OPEN.includes(factory.state))
      fail({ code: "WRONG_STATE", entity: "factory", id: factory.dbName, state: factory.state });
    const provisioner = registry.at(factory.server);
    return inSession(provisioner, async (session) => {
      const isMariaDb = await askWhetherMariaDb(session);
      const memo = wish.memo ?? newMemo(provisioner, factory, isMariaDb);
      if (wish.memo === undefined) await wish.keep(memo);
      onPoint("kept");
      const password = unlockText(provisioner.keys, SECRET_PLACES.nextPassword(factoryId), memo);
      if (password === undefined) throw new Error("The new password that was kept does not open.");
      await openBoth(provisioner, session, { factory, memo, password, isMariaDb });
      onPoint("both-open");
      await switchOver(provisioner, { factoryId, memo, password });
      onPoint("switched");
      await sleep(overlapMs);
      await closeFormer(session, memo, isMariaDb);
      onPoint("closed");
      return { version: memo.formerVersion + 1 };
    });
  });
}

function newMemo({ keys }: Provisioner, factory: FactoryRecord, isMariaDb: boolean): PasswordMemo {
  const { id, dbUser: formerUser, credentialVersion: formerVersion } = factory;
  const locked = lockText(keys, SECRET_PLACES.nextPassword(id), randomBytes(24).toString("base64url"));
  // Users are called f_ and 24 hexadecimal digits; one that took over carries its version behind that.
  const base = formerUser.slice(0, NAME_LENGTH);
  return { ...locked, formerUser, formerVersion, dbUser: isMariaDb ? `${base}_${formerVersion + 1}` : formerUser };
}

type Opening = Readonly<{ factory: FactoryRecord; memo: PasswordMemo; password: string; isMariaDb: boolean }>;

async function openBoth(
  provisioner: Provisioner,
  session: Session,
  { factory, memo, password, isMariaDb }: Opening,
): Promise<void> {
  const account = accountName(memo.dbUser);
  const secret = quoteText(password);
  if (isMariaDb) {
    await session.run(`CREATE USER IF NOT EXISTS ${account} IDENTIFIED BY ${secret}`);
    await session.run(`ALTER USER ${account} IDENTIFIED BY ${secret}`);
    await session.run(grantStatements(factory.dbName, memo.dbUser).join(";\n"));
    return;
  }
  // Run twice, it would keep the new one as the former and shut out everybody who still has the old one.
  if (await canEnter(provisioner, memo.dbUser, password)) return;
  await session.run(`ALTER USER ${account} IDENTIFIED BY ${secret} RETAIN CURRENT PASSWORD`);
}

/** The registry's row goes from the former password to the new one once, whoever gets there first. */
async function switchOver(
  { central, keys }: Provisioner,
  { factoryId, memo, password }: Readonly<{ factoryId: string; memo: PasswordMemo; password: string }>,
): Promise<void> {
  await centralTransaction(central, async (tx) => {
    const [switched] = await tx
      .update(factories)
      .set({
        ...lockSecret(keys, factoryId, password),
        dbUser: memo.dbUser,
        credentialVersion: memo.formerVersion + 1,
        updatedAt: sql`utc_timestamp(3)`,
      })
      .where(and(eq(factories.id, factoryId), eq(factories.credentialVersion, memo.formerVersion)));
    if (switched.affectedRows === 0) return assertSwitched(tx, factoryId, memo);
    await recordPlatformEvent(tx, { actor: "worker", action: "factory.rotatePassword", factoryId });
  });
}

async function assertSwitched(tx: CentralDb, factoryId: string, memo: PasswordMemo): Promise<void> {
  const [row] = await tx
    .select({ version: factories.credentialVersion })
    .from(factories)
    .where(eq(factories.id, factoryId));
  if (row?.version !== memo.formerVersion + 1) throw new Error("Another password has been set meanwhile.");
}

async function closeFormer(session: Session, memo: PasswordMemo, isMariaDb: boolean): Promise<void> {
  if (isMariaDb) await session.run(`DROP USER IF EXISTS ${accountName(memo.formerUser)}`);
  else await session.run(`ALTER USER ${accountName(memo.dbUser)} DISCARD OLD PASSWORD`);
}

async function askWhetherMariaDb(session: Session): Promise<boolean> {
  const [row] = await session.rows<{ version: string }>("select version() as version");
  return /mariadb/i.test(row?.version ?? "");
}

async function canEnter({ server }: Provisioner, user: string, password: string): Promise<boolean> {
  try {
    const session = await openSession({ ...server, user, password, database: undefined });
    await session.close();
    return true;
  } catch {
    return false;
  }
}

async function inSession<T>(provisioner: Provisioner, work: (session: Session) => Promise<T>): Promise<T> {
  const session = await provisioner.openSession();
  try {
    return await work(session);
  } finally {
    await session.close();
  }
}
