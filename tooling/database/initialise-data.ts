import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ExplainedError } from "../explained-error.ts";
import { runProgram } from "../process/run-program.ts";
import { configFile, type ServerPlace } from "./server-config.ts";
import type { ServerProgram } from "./server-program.ts";

/** Makes the server's own tables, once. A half-made folder is made again; one of another server is refused. */
export async function initialiseData(program: ServerProgram, place: ServerPlace): Promise<void> {
  const stamp = join(place.dataFolder, ".complete");
  if (existsSync(stamp)) {
    const madeBy = readFileSync(stamp, "utf8").trim();
    if (madeBy === program.flavour) return;
    throw new ExplainedError(
      `${place.dataFolder} was made by ${madeBy}, but this machine now has ${program.flavour} ${program.version}.\n` +
        `Install ${madeBy} again, or restore a backup into a new folder.`,
    );
  }

  refuseDatabases(place.dataFolder, stamp, program);
  rmSync(place.dataFolder, { recursive: true, force: true });
  const [command, ...args] = initialiser(program, place);
  const { code, output } = await runProgram(command, args);
  if (code !== 0) throw new ExplainedError(`The database's data folder could not be made:\n${output.trim()}`);
  writeFileSync(stamp, `${program.flavour}\n`);
}

/** What the server makes for itself before it is done; any other folder is a database of somebody's. */
const OWN_FOLDERS = new Set(["mysql", "performance_schema", "sys", "test"]);

function refuseDatabases(dataFolder: string, stamp: string, { flavour }: ServerProgram): void {
  if (!existsSync(dataFolder)) return;
  const databases = readdirSync(dataFolder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith("#") && !OWN_FOLDERS.has(entry.name))
    .map(({ name }) => name);
  if (databases.length === 0) return;
  throw new ExplainedError(
    `${stamp} is missing, yet the folder holds databases (${databases.slice(0, 5).join(", ")}). Nothing was touched.\n` +
      `If they are ${flavour}'s and whole, put the file back with the one word ${flavour}; else restore a backup.`,
  );
}

function initialiser(program: ServerProgram, place: ServerPlace): [string, ...string[]] {
  const asRoot = process.getuid?.() === 0 ? ["--user=root"] : [];
  const config = `--defaults-file=${configFile(place)}`;
  if (program.installer !== undefined) {
    return [program.installer, config, ...asRoot, "--auth-root-authentication-method=normal", "--skip-test-db"];
  }
  return [...program.command, config, "--initialize-insecure", ...asRoot];
}
