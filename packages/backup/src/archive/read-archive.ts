import { BackupManifest } from "@storehouse/domain";
import type { Keys } from "@storehouse/tenancy";
import { createHash } from "node:crypto";
import type { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { pipeline } from "node:stream/promises";
import { createZstdDecompress } from "node:zlib";
import { ArchiveRefused, BackupFailed } from "../backup-failed.ts";
import type { BackupStore } from "../store/backup-store.ts";
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
export async function readArchive(store: BackupStore, fileName: string, keys: Keys): Promise<OpenArchive> {
  const { header, headerBytes, sealed, sizeBytes } = await readEnds(store, fileName);
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
    const locked = await store.read(fileName, { start, end: end - 1 });
    const unpacked = createZstdDecompress();
    // Whoever reads the result hears of a failure by its being destroyed.
    pipeline(locked, openChunks(lock), unpacked).catch(() => undefined);
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
    throw cause instanceof BackupFailed ? cause : new ArchiveRefused("The backup was changed or cut off.", { cause });
  }
  if (bytes !== manifest.plainBytes || hash.digest("hex") !== manifest.plainSha256)
    throw new ArchiveRefused("The backup does not hold what its manifest says.");
}

async function readEnds(store: BackupStore, fileName: string) {
  const sizeBytes = await store.sizeOf(fileName);
  if (sizeBytes === undefined) throw new ArchiveRefused("The backup's file is not there any more.");
  const readAt = async (start: number, length: number): Promise<Buffer> => {
    const isThere = length > 0 && start >= 0 && start + length <= sizeBytes;
    const bytes = isThere ? await buffer(await store.read(fileName, { start, end: start + length - 1 })) : undefined;
    if (bytes?.length !== length) throw new ArchiveRefused("The backup was cut off.");
    return bytes;
  };
  const { header, bytes } = readHeader(await readAt(0, Math.min(HEADER_READ_BYTES, sizeBytes)));
  const length = (await readAt(sizeBytes - LENGTH_BYTES, LENGTH_BYTES)).readUInt32BE();
  const at = sizeBytes - LENGTH_BYTES - length;
  if (at < bytes.length) throw new ArchiveRefused("The backup was changed or cut off.");
  return { header, headerBytes: Buffer.from(bytes), sealed: await readAt(at, length), sizeBytes };
}

function parseManifest(text: string): BackupManifest {
  try {
    return BackupManifest.parse(JSON.parse(text));
  } catch (cause) {
    throw new ArchiveRefused("The backup's manifest is of another version of the service.", { cause });
  }
}
