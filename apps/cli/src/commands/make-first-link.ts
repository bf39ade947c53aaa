import { makeLinkToken, parseAuthSecrets } from "@storehouse/auth";
import { eq } from "@storehouse/db";
import { users } from "@storehouse/db/tenant";
import { permissionsOf, type SignInLink } from "@storehouse/domain";
import { makeSignInLink } from "@storehouse/services";
import { createTenancy, type FactoryRecord, parseKeys, type Tenancy } from "@storehouse/tenancy";
import { setTimeout as sleep } from "node:timers/promises";
import type { CliEnv } from "../env.ts";

const CONNECTIONS = 2;
const WAIT_MS = 120_000;

type Wish = Readonly<{ factoryId: string; username: string }>;

/** Makes the link by which a new factory's first master chooses a password, once the factory is ready; the audit log says where it came from. */
export async function makeFirstLink(env: CliEnv, { factoryId, username }: Wish): Promise<SignInLink> {
  const secrets = parseAuthSecrets(env.authSecret());
  const { origin } = new URL(env.publicUrl());
  const tenancy = await createTenancy({
    centralUrl: env.centralUrl(),
    keys: parseKeys(env.keys()),
    budget: CONNECTIONS,
  });
  try {
    const { db, release } = await tenancy.openTenant(await untilReady(tenancy, factoryId));
    try {
      const [master] = await db
        .select({ id: users.id, name: users.name })
        .from(users)
        .where(eq(users.username, username));
      if (master === undefined) throw new Error(`There is nobody called ${username}.`);
      const device = "storehouse factory create";
      const permissions = permissionsOf("master");
      const actor = { kind: "user", ...master, permissions, places: null, address: "", device } as const;
      const newLink = () => {
        const { token, tokenHash } = makeLinkToken(factoryId, secrets);
        return { url: `${origin}/reset#${token}`, tokenHash };
      };
      return await makeSignInLink(
        { db, actor, now: () => new Date(), allowance: null },
        { newLink },
        { id: master.id },
      );
    } finally {
      release();
    }
  } finally {
    await tenancy.close();
  }
}

// A worker that runs may have taken the work over.
async function untilReady(tenancy: Tenancy, factoryId: string): Promise<FactoryRecord> {
  for (const until = Date.now() + WAIT_MS; Date.now() < until; await sleep(200)) {
    tenancy.closeFactory(factoryId);
    const record = await tenancy.findFactoryById(factoryId);
    if (record?.state === "READY") return record;
    if (record?.state === "FAILED") break;
  }
  throw new Error("The factory could not be made. `factory list` says how it stands.");
}
