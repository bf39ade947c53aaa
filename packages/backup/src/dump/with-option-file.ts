import type { DatabaseAddress } from "@storehouse/tenancy";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** Where the option files of backups under way stand, below the backups' folder. */
export const RUN_FOLDER = "run";

/**
 * Runs `work` with a file that holds who enters where: readable by this account alone and removed afterwards, so that the
 * password stands on no command line and in no environment.
 */
export async function withOptionFile<T>(
  folder: string,
  address: DatabaseAddress,
  work: (option: string) => Promise<T>,
): Promise<T> {
  await mkdir(join(folder, RUN_FOLDER), { recursive: true, mode: 0o700 });
  const home = await mkdtemp(join(folder, RUN_FOLDER, `${process.pid}-`));
  try {
    const file = join(home, "client.cnf");
    await writeFile(file, optionText(address), { mode: 0o600 });
    return await work(`--defaults-file=${file}`);
  } finally {
    await rm(home, { recursive: true, force: true });
  }
}

function optionText({ host, port, user, password, socketPath }: DatabaseAddress): string {
  const where =
    socketPath === undefined
      ? ["protocol=tcp", `host=${quoted(host)}`, `port=${port}`]
      : [`socket=${quoted(socketPath)}`];
  return `${["[client]", `user=${quoted(user)}`, `password=${quoted(password)}`, ...where].join("\n")}\n`;
}

/** Backslashes begin an escape there, and a value in quotes may hold a # or a space. */
const quoted = (text: string): string =>
  `"${text.replaceAll("\\", "\\\\").replaceAll("\n", "\\n").replaceAll("\r", "\\r")}"`;
