import type { SendOutcome } from "@storehouse/services";
import { appendFile, mkdir, rename, stat } from "node:fs/promises";
import { join } from "node:path";
import type { Message } from "./message-of.ts";

const SIZE_MAX = 5 * 1024 * 1024;
// What opens something when it is known: a token in a link.
const TOKEN = /[A-Za-z0-9_-]{32,}/g;

/** Writes a message into `mail.log` of the folder instead of sending it, one JSON object a line, without the tokens of its links. Keeps the file before. */
export async function logEmail(folder: string, message: Message): Promise<SendOutcome> {
  const file = join(folder, "mail.log");
  const { text, ...head } = message;
  const line = JSON.stringify({ at: new Date().toISOString(), ...head, text: text.replace(TOKEN, "[redacted]") });
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const size = await stat(file).then(
      (found) => found.size,
      () => 0,
    );
    if (size > SIZE_MAX) await rename(file, `${file}.1`);
    await appendFile(file, `${line}\n`, { mode: 0o600 });
    return { isSent: true };
  } catch (error) {
    return { isSent: false, reason: `mail.log: ${(error as { code?: string }).code ?? "UNKNOWN"}`, isServerDown: true };
  }
}
