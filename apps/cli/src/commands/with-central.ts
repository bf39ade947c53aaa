import { type Central, openCentral } from "@storehouse/tenancy";
import type { CliEnv } from "../env.ts";

/** Runs `work` with the central database and closes it afterwards. */
export async function withCentral<T>(env: CliEnv, work: (central: Central["db"]) => Promise<T>): Promise<T> {
  const central = openCentral(env.centralUrl(), 2);
  try {
    return await work(central.db);
  } finally {
    await central.close();
  }
}
