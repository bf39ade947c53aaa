import { eq } from "@storehouse/db";
import { users } from "@storehouse/db/tenant";
import { fail } from "@storehouse/domain";
import { assertOpen, type FactoryRecord, type OpenTenant } from "@storehouse/tenancy";
import type { FactoryDoor } from "../factory-door.ts";
import { enterByPassword, findAccountRow, type LoginOutcome } from "../login/log-in.ts";
import type { Origin } from "../session/open-session.ts";
import { readLinkToken } from "./link-token.ts";

/** The factory a link was sealed for, open. Release the door. */
export type OpenLink = Readonly<{ factory: FactoryRecord; door: OpenTenant; tokenHash: string }>;

export type LinkPorts = Readonly<{ factories: FactoryDoor; secrets: readonly string[] }>;

/** Opens the factory that a link names; the link alone does. Throws LINK_INVALID, FACTORY_NOT_READY, FACTORY_SUSPENDED, BUSY, UNAVAILABLE. */
export async function openLink({ factories, secrets }: LinkPorts, token: string): Promise<OpenLink> {
  const claims = readLinkToken(token, secrets);
  const factory = claims && (await factories.findFactoryById(claims.factoryId));
  if (claims === undefined || factory === undefined) return fail({ code: "LINK_INVALID", field: "token" });
  assertOpen(factory);
  return { factory, door: await factories.openTenant(factory), tokenHash: claims.tokenHash };
}

/** Goes on as after a right password, for the person whose link it was. */
export async function enterByLink(
  secrets: readonly string[],
  { factory, door }: OpenLink,
  userId: string,
  origin: Origin,
): Promise<LoginOutcome> {
  const row = await findAccountRow(door.db, eq(users.id, userId));
  return enterByPassword(secrets, { factory, door, row }, origin);
}
