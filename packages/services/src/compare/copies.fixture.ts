import type { ReadDb } from "@storehouse/db";
import type { Copies } from "./copy-ports.ts";

export const COPY_AT = "2026-11-26T08:00:00.000Z";

/** A factory's side copies of which each is this one. */
export const copiesOf = ({ db }: Readonly<{ db: ReadDb }>): Copies => ({
  find: () => Promise.resolve({ savedAt: COPY_AT }),
  read: (_, work) => work(db),
});
