import { cleanUp, listShelved, planCleanUp } from "@storehouse/backup";
import { factories } from "@storehouse/db/central";
import { recordPlatformEvent } from "@storehouse/tenancy";
import { parseArgs } from "node:util";
import type { Command } from "../command.ts";
import { withCentral } from "./with-central.ts";

const WHY = {
  UNDER_WAY: "under way",
  RECENT: "of the last 7 days",
  NEWEST_VERIFIED: "the newest verified one",
  DAY: "the last of its day",
  WEEK: "the last of its week",
  MONTH: "the last of its month",
} as const;

/** Removes backups that need not be kept any more, as the worker does, and says of each what became of it and why. */
export const cleanUpBackupsCommand: Command = {
  usage: "backup cleanup [--dry-run]",
  run: ({ env, args, print }) => {
    const options = { "dry-run": { type: "boolean", default: false } } as const;
    const { values } = parseArgs({ args: [...args], options });
    const isDry = values["dry-run"];
    const { folder, store } = env.backups();
    return withCentral(env, async (central) => {
      const names = new Map((await central.select().from(factories)).map(({ id, dbName }) => [id, dbName]));
      let removed = 0;
      for (const subject of await listShelved(central)) {
        const now = new Date();
        const plan = await planCleanUp(central, subject, now);
        const name = names.get(subject) ?? subject;
        for (const { id, at, state, kept } of plan) {
          const fate = kept === null ? (isDry ? "would go" : "removed") : `kept: ${WHY[kept]}`;
          print([name, id, at.toISOString(), state, fate].join("\t"));
        }
        removed += isDry
          ? plan.filter(({ kept }) => kept === null).length
          : await cleanUp({ central, folder, store }, subject, now);
      }
      if (removed > 0 && !isDry)
        await recordPlatformEvent(central, { actor: "operator", action: "backup.cleanUp", detail: { removed } });
      print(isDry ? `${removed} would go.` : `${removed} removed.`);
      return 0;
    });
  },
};
