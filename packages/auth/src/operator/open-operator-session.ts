import { type CentralDb, centralTransaction } from "@storehouse/db";
import { operatorSessions } from "@storehouse/db/central";
import { OPERATOR_SESSION_HOURS } from "@storehouse/domain";
import { recordPlatformEvent } from "@storehouse/tenancy";
import { v7 } from "uuid";
import type { Origin } from "../session/open-session.ts";
import { hashSecret, newSessionSecret } from "../session/session-token.ts";

/** An operator as signing in reads them. */
export type OperatorAccount = Readonly<{ id: string; username: string; sessionVersion: number }>;

/** Starts a session of the console and writes it into the service's log. Returns what the cookie holds, which nothing else will ever tell again. */
export function openOperatorSession(
  central: CentralDb,
  { id: operatorId, username, sessionVersion }: OperatorAccount,
  { device, address: whole }: Origin,
): Promise<string> {
  const now = new Date();
  const address = whole.slice(0, 64);
  return centralTransaction(central, async (tx) => {
    const secret = newSessionSecret();
    await tx.insert(operatorSessions).values({
      id: hashSecret(secret),
      publicId: v7(),
      operatorId,
      sessionVersion,
      device,
      address,
      createdAt: now,
      lastSeenAt: now,
      endsAt: new Date(now.getTime() + OPERATOR_SESSION_HOURS * 3_600_000),
    });
    await recordPlatformEvent(tx, {
      actor: `operator:${username}`,
      action: "operator.login",
      detail: { device, address },
    });
    return secret;
  });
}
