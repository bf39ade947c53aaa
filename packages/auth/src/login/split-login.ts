import { Username } from "@storehouse/domain";

/** What somebody typed as their login, taken apart. */
export type LoginParts = Readonly<{ username: string; dbName: string }>;

// Any name a factory may have, the reserved ones too: those simply belong to nobody.
const FACTORY = /^[a-z][a-z0-9_]{2,47}$/;

/**
 * Takes `username@db_name` apart at the last ASCII `@`. Undefined unless it means exactly one account:
 * the factory's part is checked as it was typed but for upper case, the username by the rule that made it.
 */
export function splitLogin(login: string): LoginParts | undefined {
  const text = login.trim();
  const at = text.lastIndexOf("@");
  if (at < 0) return undefined;
  const typed = text.slice(at + 1);
  // Only ASCII is lowered: a letter such as the Kelvin sign would become a plain k.
  const dbName = typed.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
  const username = Username.safeParse(text.slice(0, at));
  return FACTORY.test(dbName) && username.success ? { username: username.data, dbName } : undefined;
}
