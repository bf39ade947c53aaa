import { and, asc, eq } from "@storehouse/db";
import { notificationPreferences, notifications, roles, users } from "@storehouse/db/tenant";
import { isBuiltIn, type LiveChange, ownPermissions, permissionsOf } from "@storehouse/domain";
import type { TenantContext } from "../context.ts";
import { queueEmails } from "../email/queue-email.ts";
import { languageOfProfile } from "../language/read-own-language.ts";
import { sayIn } from "../language/translation.ts";
import { recordChange } from "../live/record-change.ts";
import { newId } from "../new-id.ts";
import { hearingAtFirst, hearingOf } from "../notification/preference.ts";

const PEOPLE_MAX = 200;

/** An endpoint that was turned off, and since when its receiver took nothing. */
type Disabled = Readonly<{ id: string; host: string; since: Date }>;

/** Tells everybody who may turn an endpoint on again that it was turned off, each as they want to hear of it, in the open transaction. */
export async function tellDisabled(tx: TenantContext, { id: webhookId, host, since }: Disabled): Promise<void> {
  const people = await findKeepers(tx);
  const createdAt = tx.now();
  const rows = people
    .filter(({ hearing }) => hearing.inApp)
    .map(({ id: userId }) => ({ id: newId(), userId, kind: "WEBHOOK_OFF" as const, webhookId, createdAt }));
  if (rows.length > 0) await tx.db.insert(notifications).values(rows);
  await recordChange(tx, ...rows.map(({ id, userId }): LiveChange => ({ topic: "notifications", ids: [id], userId })));
  const at = since.toISOString().slice(0, 16).replace("T", " ");
  const letters = people.flatMap(({ email, hearing, language }) => {
    if (email === null || hearing.email === "never") return [];
    const say = sayIn(language);
    const subject = say("letter.webhookOff", { host });
    return [{ toAddress: email, subject, body: say("letter.webhookOffBecause", { host, since: at }), path: PAGE }];
  });
  await queueEmails(tx, letters);
}

const PAGE = "/programs?tab=webhooks";

async function findKeepers({ db }: TenantContext) {
  const { userId, kind, inApp, email } = notificationPreferences;
  const { id, role, language } = users;
  const rows = await db
    .select({ id, role, language, email: users.email, own: roles.permissions, said: { inApp, email } })
    .from(users)
    .leftJoin(roles, eq(roles.id, users.roleId))
    .leftJoin(notificationPreferences, and(eq(userId, users.id), eq(kind, "WEBHOOK_OFF")))
    .where(eq(users.isActive, true))
    .orderBy(asc(users.id));
  return rows
    .filter((row) =>
      (isBuiltIn(row.role) ? permissionsOf(row.role) : ownPermissions(row.own ?? [])).has("webhooks.update"),
    )
    .slice(0, PEOPLE_MAX)
    .map((row) => ({
      id: row.id,
      email: row.email,
      language: languageOfProfile(row.language),
      hearing: row.said === null ? hearingAtFirst(row.role, "WEBHOOK_OFF") : hearingOf(row.said),
    }));
}
