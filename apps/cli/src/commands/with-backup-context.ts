import type { BackupContext } from "@storehouse/backup";
import { createTenancy, parseDatabaseUrl, parseKeys, type Tenancy } from "@storehouse/tenancy";
import type { CliEnv } from "../env.ts";
import { withProvisioner } from "./with-provisioner.ts";

/** One factory at a time is looked at. */
const CONNECTIONS = 4;

/** Runs `work` with all that taking and restoring backups needs, and closes it afterwards. */
export const withBackupContext = <T>(
  env: CliEnv,
  work: (ctx: BackupContext & Readonly<{ tenancy: Tenancy }>) => Promise<T>,
): Promise<T> =>
  withProvisioner(env, async (provisioner) => {
    const centralUrl = env.centralUrl();
    const tenancy = await createTenancy({ centralUrl, keys: parseKeys(env.keys()), budget: CONNECTIONS });
    try {
      const centralAddress = parseDatabaseUrl(centralUrl);
      return await work({ ...env.backups(), tenancy, provisioner, centralAddress, keys: provisioner.keys });
    } finally {
      await tenancy.close();
    }
  });
