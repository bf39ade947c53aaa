import { and, asc, eq, gte, inArray } from "@storehouse/db";
import { notifications, users } from "@storehouse/db/tenant";
import type { Language, LiveChange, MasterKind } from "@storehouse/domain";
import { atomically, type TenantContext } from "../context.ts";
import { type NewEmail, queueEmails } from "../email/queue-email.ts";
import { languageOfProfile } from "../language/read-own-language.ts";
import { recordChange } from "../live/index.ts";
import { newId } from "../new-id.ts";

const MASTERS_MAX = 50;

/** What all masters are to hear. Who has heard of the kind since the moment is not told again. */
export type MasterNews = Readonly<{
  kind: MasterKind;
  count: number;
  since: Date;
  /** Written to those who have an address, where it should reach who does not look in. */
  letter?: (language: Language) => Omit<NewEmail, "toAddress">;
}>;

/** Tells the factory's masters something: each of them once, however often it is called. For jobs. Answers how many were told. */
export const tellMasters = (ctx: TenantContext, { kind, count, since, letter }: MasterNews): Promise<number> =>
  atomically(ctx, async (tx) => {
    const masters = await findMasters(tx);
    const told = await tx.db
      .select({ userId: notifications.userId })
      .from(notifications)
      .where(
        and(
          inArray(
            notifications.userId,
            masters.map(({ id }) => id),
          ),
          gte(notifications.createdAt, since),
          eq(notifications.kind, kind),
        ),
      );
    const hasHeard = new Set(told.map(({ userId }) => userId));
    const createdAt = tx.now();
    const others = masters.filter(({ id }) => !hasHeard.has(id));
    const rows = others.map(({ id: userId }) => ({ id: newId(), userId, kind, count, createdAt }));
    if (rows.length === 0) return 0;
    const changes = rows.map(({ id, userId }): LiveChange => ({ topic: "notifications", ids: [id], userId }));
    await recordChange(tx, ...changes);
    await tx.db.insert(notifications).values(rows);
    if (letter !== undefined) {
      const mails = others.flatMap(({ email, language }) =>
        email === null ? [] : [{ ...letter(languageOfProfile(language)), toAddress: email }],
      );
      await queueEmails(tx, mails);
    }
    return rows.length;
  });

/** Locked, so that two that tell at once tell one after the other. */
const findMasters = ({ db }: TenantContext) =>
  db
    .select({ id: users.id, email: users.email, language: users.language })
    .from(users)
    .where(and(eq(users.role, "master"), eq(users.isActive, true)))
    .orderBy(asc(users.id))
    .limit(MASTERS_MAX)
    .for("update");
