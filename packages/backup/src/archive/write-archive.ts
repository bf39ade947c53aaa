import type { BackupManifest } from "@storehouse/domain";
import type { Keys } from "@storehouse/tenancy";
import { createHash, randomBytes } from "node:crypto";
import { type Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createZstdCompress } from "node:zlib";
import type { BackupStore, Draft } from "../store/backup-store.ts";
import { newHeader } from "./archive-header.ts";
import { archiveKeys } from "./archive-keys.ts";
import { sealChunks, sealWhole, WHOLE_NONCE_BYTES } from "./chunk-cipher.ts";

/** What writing itself finds out for the manifest. */
export type BodyFacts = Pick<BackupManifest, "keyId" | "plainBytes" | "plainSha256" | "bodyBytes" | "bodySha256">;

export type ArchiveWish = Readonly<{
  store: BackupStore;
  /** What it is called there. */
  fileName: string;
  backupId: string;
  subject: string;
  keys: Keys;
  source: Readable;
  /** Asked once the source has ended: throws when what it gave was not whole, and then nothing is kept. */
  finish: (facts: BodyFacts) => Promise<BackupManifest>;
  onProgress?: ((plainBytes: number) => void) | undefined;
  signal?: AbortSignal | undefined;
}>;

/** A finished archive: its size and the checksum of the whole file, as a copy elsewhere is compared by. */
export type WrittenArchive = Readonly<{ manifest: BackupManifest; storedBytes: number; sha256: string }>;

/** Compresses and locks a stream into an archive, which can be read once all of it is there. When anything fails, nothing is left. */
export async function writeArchive(wish: ArchiveWish): Promise<WrittenArchive> {
  const draft = await wish.store.create(wish.fileName);
  try {
    const written = await writeParts(wish, draft);
    await draft.commit();
    return written;
  } catch (error) {
    await draft.discard();
    throw error;
  }
}

async function writeParts(wish: ArchiveWish, draft: Draft): Promise<WrittenArchive> {
  const { backupId, subject, keys, source, signal, onProgress } = wish;
  const { header, bytes } = newHeader({ backupId, subject, keyId: keys.current.id });
  const locks = archiveKeys(keys.current, header);
  const whole = createHash("sha256");
  let storedBytes = 0;
  const write = async (chunk: Buffer): Promise<void> => {
    whole.update(chunk);
    storedBytes += chunk.length;
    await draft.write(chunk);
  };
  await write(bytes);
  const plain = meter(onProgress);
  const body = meter();
  const nonce = Buffer.from(header.nonce, "base64url");
  await pipeline(
    source,
    plain.through,
    createZstdCompress(),
    sealChunks({ key: locks.body, nonce, header: bytes }),
    body.through,
    async (chunks: AsyncIterable<Buffer>) => {
      for await (const chunk of chunks) await write(chunk);
    },
    { signal },
  );
  const manifest = await wish.finish({ keyId: header.keyId, ...factsOf(plain, body) });
  await write(sealManifest(locks.manifest, bytes, manifest));
  return { manifest, storedBytes, sha256: whole.digest("hex") };
}

type Meter = Readonly<{ through: Transform; bytes: () => number; sha256: () => string }>;

function meter(onProgress?: (bytes: number) => void): Meter {
  const hash = createHash("sha256");
  let bytes = 0;
  const through = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      bytes += chunk.length;
      onProgress?.(bytes);
      done(null, chunk);
    },
  });
  return { through, bytes: () => bytes, sha256: () => hash.digest("hex") };
}

const factsOf = (plain: Meter, body: Meter): Omit<BodyFacts, "keyId"> => ({
  plainBytes: plain.bytes(),
  plainSha256: plain.sha256(),
  bodyBytes: body.bytes(),
  bodySha256: body.sha256(),
});

function sealManifest(key: Buffer, header: Buffer, manifest: BackupManifest): Buffer {
  const nonce = randomBytes(WHOLE_NONCE_BYTES);
  const sealed = sealWhole({ key, nonce, header }, JSON.stringify(manifest));
  const length = Buffer.alloc(4);
  length.writeUInt32BE(sealed.length);
  return Buffer.concat([sealed, length]);
}
