import { type PasswordMemo, rotatePassword } from "@storehouse/tenancy/provision";
import { JobRefused, type Requested } from "./requested.ts";

/** Gives a factory's database user a new password while its people go on working. */
export const rotatePasswordBy = ({ overlapMs }: Readonly<{ overlapMs?: number | undefined }>): Requested => ({
  kind: "factory.rotatePassword",
  run: async ({ tenancy, provisioner, reach }, { factoryId, memo: kept }) => {
    if (factoryId === null) throw new JobRefused("No factory was named.");
    const keep = (memo: PasswordMemo): Promise<void> => reach("kept", memo);
    const done = await rotatePassword(provisioner, { factoryId, memo: readMemo(kept), keep, overlapMs });
    tenancy.closeFactory(factoryId);
    return done;
  },
});

function readMemo(memo: Readonly<Record<string, unknown>>): PasswordMemo | undefined {
  const { dbUser, formerUser, formerVersion, secret, secretKeyId } = memo;
  const isText = [dbUser, formerUser, secret, secretKeyId].every((value) => typeof value === "string");
  if (!isText || typeof formerVersion !== "number") return undefined;
  return {
    dbUser: String(dbUser),
    formerUser: String(formerUser),
    formerVersion,
    secret: String(secret),
    secretKeyId: String(secretKeyId),
  };
}
