import { parseKeys } from "@storehouse/tenancy";
import { openProvisioner, type Provisioner } from "@storehouse/tenancy/provision";
import type { CliEnv } from "../env.ts";

/** Runs `work` with the provisioner's account and closes it afterwards. */
export async function withProvisioner<T>(env: CliEnv, work: (provisioner: Provisioner) => Promise<T>): Promise<T> {
  const wish = { url: env.provisionerUrl(), keys: parseKeys(env.keys()), servers: env.servers() };
  const provisioner = openProvisioner(wish);
  try {
    return await work(provisioner);
  } finally {
    await provisioner.close();
  }
}
