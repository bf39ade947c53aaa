import { alias, and, asc, eq, inArray } from "@storehouse/db";
import { locations, notificationPreferences, userLocations, users } from "@storehouse/db/tenant";
import type { AlertKind, Language } from "@storehouse/domain";
import type { TenantContext } from "../context.ts";
import { languageOfProfile } from "../language/read-own-language.ts";
import { type Hearing, hearingAtFirst, hearingOf } from "./preference.ts";

// A factory has some dozen people: this bounds what a booking can be made to write.
const RECIPIENTS_MAX = 200;

/** Somebody to be told of alerts. `places` are the ids of those they are limited to; undefined for everywhere. */
export type Recipient = Readonly<{
  id: string;
  email: string | null;
  language: Language;
  places: ReadonlySet<string> | undefined;
  hearing: (kind: AlertKind) => Hearing;
}>;

/** Everybody who hears of one of these kinds of alert in some way. */
export async function findRecipients(ctx: TenantContext, kinds: readonly AlertKind[]): Promise<readonly Recipient[]> {
  const people = (await readPeople(ctx, kinds)).filter(({ hearing }) =>
    kinds.some((kind) => hearing(kind).inApp || hearing(kind).email !== "never"),
  );
  const places = await findReaches(
    ctx,
    people.map(({ id }) => id),
  );
  return people.map((person) => ({ ...person, places: places.get(person.id) }));
}

const PERSON = { id: users.id, email: users.email, role: users.role, language: users.language };

async function readPeople({ db }: TenantContext, kinds: readonly AlertKind[]) {
  const { userId, kind, inApp, email } = notificationPreferences;
  const rows = await db
    .select({ ...PERSON, kind, inApp, byEmail: email })
    .from(users)
    .leftJoin(notificationPreferences, and(eq(userId, users.id), inArray(kind, [...kinds])))
    .where(eq(users.isActive, true))
    .orderBy(asc(users.id))
    .limit(RECIPIENTS_MAX * kinds.length);
  return [...Map.groupBy(rows, ({ id }) => id).values()].flatMap((own) => {
    const [first] = own;
    if (first === undefined) return [];
    const said = new Map(own.map((row) => [row.kind, hearingOf({ inApp: row.inApp, email: row.byEmail })]));
    const language = languageOfProfile(first.language);
    const hearing = (one: AlertKind): Hearing => said.get(one) ?? hearingAtFirst(first.role, one);
    return [{ id: first.id, email: first.email, language, hearing }];
  });
}

const inSite = alias(locations, "in_site");

/** The places of those who are limited to some, the ones within a site included. */
async function findReaches({ db }: TenantContext, ids: string[]): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .select({ userId: userLocations.userId, own: userLocations.locationId, within: inSite.id })
    .from(userLocations)
    .leftJoin(inSite, eq(inSite.siteId, userLocations.locationId))
    .where(inArray(userLocations.userId, ids));
  const byUser = Map.groupBy(rows, ({ userId }) => userId);
  const reachOf = (own: typeof rows) =>
    new Set(own.flatMap((row) => (row.within === null ? [row.own] : [row.own, row.within])));
  return new Map([...byUser].map(([userId, own]) => [userId, reachOf(own)]));
}
