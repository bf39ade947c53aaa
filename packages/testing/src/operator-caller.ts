import { sql } from "@storehouse/db";
import { operatorFactories, operators, operatorSessions } from "@storehouse/db/central";
import type { OperatorRole } from "@storehouse/domain";
import { createHash, randomBytes } from "node:crypto";
import { v7 } from "uuid";
import type { TestService } from "./create-test-service.ts";
import type { Caller, RunningServer } from "./serve.ts";

/** Makes an operator in a role, with factories assigned, and gives a caller that is signed in to the console as them. */
export async function operatorCaller(
  { tenancy: { central } }: Pick<TestService, "tenancy">,
  server: RunningServer,
  { role, factoryIds = [] }: Readonly<{ role: OperatorRole; factoryIds?: readonly string[] }>,
): Promise<Caller> {
  const [id, secret] = [v7(), randomBytes(32).toString("base64url")];
  const now = sql`utc_timestamp(3)`;
  const made = { createdAt: now, updatedAt: now };
  await central.insert(operators).values({ id, username: `op-${id.slice(-12)}`, name: `The ${role}`, role, ...made });
  for (const factoryId of factoryIds) await central.insert(operatorFactories).values({ operatorId: id, factoryId });
  await central.insert(operatorSessions).values({
    id: createHash("sha256").update(secret).digest("hex"),
    publicId: v7(),
    operatorId: id,
    sessionVersion: 1,
    device: "Test",
    address: "",
    createdAt: now,
    lastSeenAt: now,
    endsAt: sql`utc_timestamp(3) + interval 1 hour`,
  });
  return server.caller(`storehouse.operator=${secret}`);
}
