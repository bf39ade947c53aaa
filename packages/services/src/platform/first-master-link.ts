import { asc, isNotNull, type TenantDb } from "@storehouse/db";
import { users } from "@storehouse/db/tenant";
import { fail, permissionsOf, type SignInLink } from "@storehouse/domain";
import type { TenantContext } from "../context.ts";
import { makeSignInLink, type SignInPorts } from "../sign-in/index.ts";

type Place = Readonly<{ db: TenantDb; now: () => Date }>;

/**
 * Makes the link by which a new factory's first master chooses a password; the factory's own log names the console. Throws WRONG_STATE once
 * anybody has signed in: from then on only their own people help each other in.
 */
export async function makeFirstMasterLink(
  { db, now }: Place,
  ports: Pick<SignInPorts, "newLink">,
  factoryId: string,
): Promise<SignInLink> {
  const [seen] = await db.select({ id: users.id }).from(users).where(isNotNull(users.lastSeenAt)).limit(1);
  if (seen !== undefined) fail({ code: "WRONG_STATE", entity: "factory", id: factoryId, state: "IN_USE" });
  const { id, name } = users;
  const [master] = await db.select({ id, name }).from(users).orderBy(asc(users.createdAt), asc(id)).limit(1);
  if (master === undefined) return fail({ code: "NOT_FOUND", entity: "user", id: "" });
  const actor: TenantContext["actor"] = {
    kind: "user",
    ...master,
    permissions: permissionsOf("master"),
    places: null,
    address: "",
    device: "Operator's console",
  };
  return makeSignInLink({ db, actor, now, allowance: null }, ports, { id: master.id });
}
