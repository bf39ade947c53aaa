import { latestBackups, operatorCopies } from "@storehouse/backup/desk";
import { findGrant, hashPassword, makeLinkToken } from "@storehouse/auth";
import { fail } from "@storehouse/domain";
import { makeFirstMasterLink, type PlatformPorts } from "@storehouse/services";
import {
  extendTrial,
  reactivateFactory,
  recordPayment,
  requestFactoryBy,
  setFactoryPlan,
  suspendFactory,
} from "@storehouse/tenancy";
import { randomBytes } from "node:crypto";
import type { ApiOptions } from "./api-options.ts";
import { workPorts } from "./work-ports.ts";

/** What the console's use cases reach beyond the central database's rows. */
export function platformPortsOf(options: ApiOptions): PlatformPorts {
  const { tenancy, factoryServer } = options;
  const { central } = tenancy;
  return {
    createFactory: async (input, actor) => {
      // Nobody knows this one: the link is the only way in.
      const adminPasswordHash = await hashPassword(randomBytes(24).toString("base64url"));
      return requestFactoryBy(central, { ...input, adminPasswordHash }, factoryServer, actor);
    },
    suspend: (dbName, reason, actor) => suspendFactory(central, dbName, reason, actor),
    reactivate: (dbName, actor) => reactivateFactory(central, dbName, actor),
    setPlan: (dbName, plan, actor) => setFactoryPlan(central, dbName, plan, actor),
    recordPayment: async (factoryId, { reference, ...by }) => {
      await recordPayment(central, { factoryId, ...by }, reference);
    },
    extendTrial: async (factoryId, by) => {
      await extendTrial(central, { factoryId, ...by });
    },
    closeFactory: tenancy.closeFactory,
    resync: tenancy.resyncFactory,
    makeFirstLink: (factoryId) => makeFirstLink(options, factoryId),
    copiesOf: (factory) => operatorCopies(central, factory),
    ...workPorts(central),
    supportGrant: async (factoryId) => (await findGrant(central, factoryId, new Date())) ?? null,
    latestBackups: (factoryId, limit) => latestBackups(central, factoryId, limit),
  };
}

async function makeFirstLink(
  { tenancy, authSecrets, publicUrl }: ApiOptions,
  factoryId: string,
): ReturnType<PlatformPorts["makeFirstLink"]> {
  const factory = await tenancy.findFactoryById(factoryId);
  if (factory === undefined) return fail({ code: "NOT_FOUND", entity: "factory", id: factoryId });
  const { db, release } = await tenancy.openTenant(factory);
  try {
    const newLink = () => {
      const { token, tokenHash } = makeLinkToken(factoryId, authSecrets);
      return { url: `${publicUrl.origin}/reset#${token}`, tokenHash };
    };
    return await makeFirstMasterLink({ db, now: () => new Date() }, { newLink }, factoryId);
  } finally {
    release();
  }
}
