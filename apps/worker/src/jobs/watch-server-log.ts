import { noteServerLog } from "@storehouse/backup";
import { type Administrator, openAdministrator } from "@storehouse/tenancy/provision";
import type { BackupSettings } from "../backup-settings.ts";
import type { Job } from "../job.ts";

/** The way to the account that may read the server's binary log; undefined where none is set. */
export const logReaderOf = (url: string | null): (() => Promise<Administrator>) | undefined =>
  url === null ? undefined : () => openAdministrator(url);

/** Writes down how far back the server's binary log goes: pages tell masters to which moment they can return. */
export const watchServerLogBy = ({ openLogReader }: Pick<BackupSettings, "openLogReader">): Job => ({
  name: "watch-server-log",
  run: async ({ tenancy: { central } }) => {
    if (openLogReader === undefined) return { kept: 0 };
    const reader = await openLogReader();
    try {
      return { kept: (await noteServerLog(central, reader)) ? 1 : 0 };
    } finally {
      await reader.session.close();
    }
  },
});
