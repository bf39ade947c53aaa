import { randomBytes } from "node:crypto";
import { ArchiveRefused } from "../backup-failed.ts";

/** What an archive says of itself in the clear; every later part is bound to it. `subject` is a factory's id or `central`. */
export type ArchiveHeader = Readonly<{ backupId: string; subject: string; keyId: string; salt: string; nonce: string }>;

/** Whose backup it is, and by which key. */
export type ArchiveIdentity = Pick<ArchiveHeader, "backupId" | "subject" | "keyId">;

const MAGIC = Buffer.from("STOREBK1");
const SALT_BYTES = 32;
const HEADER_MAX = 1_000;

/** Bytes of a nonce that all chunks share; a counter and the mark of the last one follow. */
export const NONCE_PREFIX_BYTES = 7;

/** Longer than any header with what stands before it. */
export const HEADER_READ_BYTES = MAGIC.length + 2 + HEADER_MAX;

/** A new archive's header, with a salt and a nonce of its own. */
export function newHeader(identity: ArchiveIdentity): Readonly<{ header: ArchiveHeader; bytes: Buffer }> {
  const salt = randomBytes(SALT_BYTES).toString("base64url");
  const nonce = randomBytes(NONCE_PREFIX_BYTES).toString("base64url");
  const header = { ...identity, salt, nonce };
  const json = Buffer.from(JSON.stringify(header));
  const length = Buffer.alloc(2);
  length.writeUInt16BE(json.length);
  return { header, bytes: Buffer.concat([MAGIC, length, json]) };
}

/** Reads a header from the start of a file, and the bytes that it is. Throws ArchiveRefused. */
export function readHeader(start: Buffer): Readonly<{ header: ArchiveHeader; bytes: Buffer }> {
  const at = MAGIC.length + 2;
  if (start.length < at || !start.subarray(0, MAGIC.length).equals(MAGIC))
    throw new ArchiveRefused("The file is not a backup of this service.");
  const bytes = start.subarray(0, at + start.readUInt16BE(MAGIC.length));
  if (bytes.length > start.length || bytes.length > HEADER_READ_BYTES)
    throw new ArchiveRefused("The backup's header was changed.");
  return { header: parse(bytes.subarray(at).toString("utf8")), bytes };
}

const FIELDS = ["backupId", "subject", "keyId", "salt", "nonce"] as const;

function parse(json: string): ArchiveHeader {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (cause) {
    throw new ArchiveRefused("The backup's header was changed.", { cause });
  }
  const fields: Record<string, unknown> = { ...(typeof value === "object" ? value : {}) };
  const [backupId, subject, keyId, salt, nonce] = FIELDS.map((name) => {
    const field = fields[name];
    return typeof field === "string" ? field : "";
  });
  if (!backupId || !subject || !keyId || !salt || !nonce) throw new ArchiveRefused("The backup's header was changed.");
  return { backupId, subject, keyId, salt, nonce };
}
