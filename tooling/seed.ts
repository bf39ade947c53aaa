import { runMain } from "./explained-error.ts";
import { DATA } from "./paths.ts";
import { readSecrets } from "./secrets.ts";
import { openDatabase } from "./stack/open-database.ts";
import { runSeed } from "./stack/run-seed.ts";

await runMain(async () => {
  const secrets = readSecrets(DATA);
  const database = await openDatabase({ folder: DATA, rootPassword: secrets.databaseRootPassword });
  try {
    console.log((await runSeed({ folder: DATA, adminUrl: database.adminUrl, secrets }, process.argv.slice(2))).trim());
    return 0;
  } finally {
    await database.stop();
  }
});
