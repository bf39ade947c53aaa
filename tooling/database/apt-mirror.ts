import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ExplainedError } from "../explained-error.ts";

export type AptMirror = { uri: string; signedBy?: string | undefined };

const FOLDER = "/etc/apt/sources.list.d";

/** The Debian mirror that this machine's own sources name; no host is written down in the project. */
export function aptMirror(): AptMirror {
  const found = fromDeb822(join(FOLDER, "debian.sources")) ?? fromList("/etc/apt/sources.list");
  if (found) return found;
  throw new ExplainedError("This machine's apt sources name no Debian mirror.");
}

function fromDeb822(preferred: string): AptMirror | undefined {
  const others = existsSync(FOLDER) ? readdirSync(FOLDER).filter((name) => name.endsWith(".sources")) : [];
  for (const file of [preferred, ...others.map((name) => join(FOLDER, name))]) {
    const text = readIfThere(file);
    const uri = /^URIs:\s*(\S+)/m.exec(text)?.[1];
    if (uri !== undefined && /debian/.test(text)) return { uri, signedBy: /^Signed-By:\s*(\/\S+)/m.exec(text)?.[1] };
  }
  return undefined;
}

function fromList(file: string): AptMirror | undefined {
  const line = /^deb\s+(?:\[[^\]]*?(?:signed-by=(\S+?))?\]\s+)?(\S+)\s/m.exec(readIfThere(file));
  return line?.[2] === undefined ? undefined : { uri: line[2], signedBy: line[1] };
}

function readIfThere(file: string): string {
  return existsSync(file) ? readFileSync(file, "utf8") : "";
}
