import { BackupManifest } from "@storehouse/domain";
import type { Keys } from "@storehouse/tenancy";
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createZstdDecompress } from "node:zlib";
import { ArchiveRefused } from "../backup-failed.ts";
import { HEADER_READ_BYTES, readHeader } from "./archive-header.ts";
import { archiveKeys } from "./archive-keys.ts";
import { openChunks, openWhole } from "./chunk-cipher.ts";

/** An archive whose manifest has been opened. `subject` is a factory's id or `central`. */
export type OpenArchive = Readonly<{
  subject: string;
  manifest: BackupManifest;
  /** The dump in it, unlocked and unpacked. Fails with ArchiveRefused where it was changed. */
  readDump: () => Promise<Readable>;
}>;

const LENGTH_BYTES = 4;

/** Opens an archive's header and manifest. Throws ArchiveRefused for what was changed or cut, or when its key is gone. */
export async function readArchive(path: string, keys: Keys): Promise<OpenArchive> {
  const { header, headerBytes, sealed, sizeBytes } = await readEnds(path);
  const key = keys.find(header.keyId);
  if (key === undefined)
    throw new ArchiveRefused(`The backup is locked with the key ${header.keyId}, which is not here.`);
  const locks = archiveKeys(key, header);
  const manifest = parseManifest(openWhole({ key: locks.manifest, header: headerBytes }, sealed));
  const start = headerBytes.length;
  const end = start + manifest.bodyBytes;
  const isWhole = end + sealed.length + LENGTH_BYTES === sizeBytes;
  const isItself = manifest.backupId === header.backupId && (manifest.factoryId ?? "central") === header.subject;
  if (!isWhole || !isItself) throw new ArchiveRefused("The backup was changed or cut off.");
  const lock = { key: locks.body, nonce: Buffer.from(header.nonce, "base64url"), header: headerBytes };
  const readDump = async (): Promise<Readable> => {
    const unpacked = createZstdDecompress();
    // Whoever reads the result hears of a failure by its being destroyed.
    pipeline(createReadStream(path, { start, end: end - 1 }), openChunks(lock), unpacked).catch(() => undefined);
    return unpacked;
  };
  return { subject: header.subject, manifest, readDump };
}

/** Reads an archive to its end before anything is done with it: every chunk opens, and the whole is what the manifest says. Throws ArchiveRefused. */
export async function assertIntact({ manifest, readDump }: OpenArchive): Promise<void> {
  const hash = createHash("sha256");
  let bytes = 0;
  try {
    for await (const chunk of await readDump()) {
      hash.update(chunk as Buffer);
      bytes += (chunk as Buffer).length;
    }
  } catch (cause) {
    throw cause instanceof ArchiveRefused ? cause : new ArchiveRefused("The backup was changed or cut off.", { cause });
  }
  if (bytes !== manifest.plainBytes || hash.digest("hex") !== manifest.plainSha256)
    throw new ArchiveRefused("The backup does not hold what its manifest says.");
}

async function readEnds(path: string) {
  const file = await openFile(path);
  try {
    const sizeBytes = (await file.stat()).size;
    const { header, bytes } = readHeader(await readAt(file, 0, Math.min(HEADER_READ_BYTES, sizeBytes)));
    const length = (await readAt(file, Math.max(0, sizeBytes - LENGTH_BYTES), LENGTH_BYTES)).readUInt32BE();
    const at = sizeBytes - LENGTH_BYTES - length;
    if (at < bytes.length) throw new ArchiveRefused("The backup was changed or cut off.");
    return { header, headerBytes: Buffer.from(bytes), sealed: await readAt(file, at, length), sizeBytes };
  } finally {
    await file.close();
  }
}

async function openFile(path: string): Promise<FileHandle> {
  try {
    return await open(path, "r");
  } catch (cause) {
    throw new ArchiveRefused("The backup's file is not there any more.", { cause });
  }
}

async function readAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const buffer = Buffer.alloc(length);
  const { bytesRead } = await file.read(buffer, 0, length, position);
  if (bytesRead < length) throw new ArchiveRefused("The backup was cut off.");
  return buffer;
}

function parseManifest(text: string): BackupManifest {
  try {
    return BackupManifest.parse(JSON.parse(text));
  } catch (cause) {
    throw new ArchiveRefused("The backup's manifest is of another version of the service.", { cause });
  }
}
