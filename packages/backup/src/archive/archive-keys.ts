import type { Key } from "@storehouse/tenancy";
import { hkdfSync } from "node:crypto";
import type { ArchiveHeader } from "./archive-header.ts";

/** The keys of one archive's two parts. */
export type ArchiveKeys = Readonly<{ body: Buffer; manifest: Buffer }>;

const KEY_BYTES = 32;

/** Keys for one backup of one factory alone, from the service's key and the archive's own salt. */
export function archiveKeys({ key }: Key, { subject, backupId, salt }: ArchiveHeader): ArchiveKeys {
  const derive = (part: string): Buffer => {
    const info = `storehouse backup ${part}:${subject}:${backupId}`;
    return Buffer.from(hkdfSync("sha256", key, Buffer.from(salt, "base64url"), info, KEY_BYTES));
  };
  return { body: derive("body"), manifest: derive("manifest") };
}
