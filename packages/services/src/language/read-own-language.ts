import { eq } from "@storehouse/db";
import { users } from "@storehouse/db/tenant";
import { type Language, LANGUAGES, languageOf } from "@storehouse/domain";
import type { TenantContext } from "../context.ts";

/** The language of a person's profile; the first of all where they chose none. */
export const languageOfProfile = (stored: string | null): Language => languageOf(stored) ?? LANGUAGES[0];

/** The language the caller chose to be spoken to in. A job is spoken to in the first. */
export async function readOwnLanguage({ db, actor }: TenantContext): Promise<Language> {
  if (actor.id === null) return languageOfProfile(null);
  const [row] = await db.select({ language: users.language }).from(users).where(eq(users.id, actor.id));
  return languageOfProfile(row?.language ?? null);
}
