import { createCipheriv, createDecipheriv, createHash } from "node:crypto";
import type { Transform } from "node:stream";
import { ArchiveRefused } from "../backup-failed.ts";
import { inPieces } from "./in-pieces.ts";

const ALGORITHM = "aes-256-gcm";
const TAG_BYTES = 16;
const CHUNK_BYTES = 64 * 1024;

/** What every chunk is locked with and bound to: the key, the nonce's shared part, the header it follows. */
export type ChunkLock = Readonly<{ key: Buffer; nonce: Buffer; header: Buffer }>;

/**
 * Locks a stream chunk by chunk (STREAM, after Hoang, Reyhanitabar, Rogaway and Vizár): a chunk that is changed, moved,
 * left out or cut off at the end does not open, for its place and whether it is the last are locked with it.
 */
export function sealChunks(lock: ChunkLock): Transform {
  const bind = binderOf(lock);
  return inPieces(CHUNK_BYTES, (piece, index, isLast) => {
    const { nonce, data } = bind(index, isLast);
    const cipher = createCipheriv(ALGORITHM, lock.key, nonce, { authTagLength: TAG_BYTES }).setAAD(data);
    return Buffer.concat([cipher.update(piece), cipher.final(), cipher.getAuthTag()]);
  });
}

/** Unlocks what `sealChunks` has locked. The stream fails with ArchiveRefused at the first chunk that does not open. */
export function openChunks(lock: ChunkLock): Transform {
  const bind = binderOf(lock);
  return inPieces(CHUNK_BYTES + TAG_BYTES, (piece, index, isLast) => {
    const { nonce, data } = bind(index, isLast);
    return open(lock.key, nonce, data, piece);
  });
}

/** Locks one small text as a whole. */
export function sealWhole({ key, nonce, header }: ChunkLock, text: string): Buffer {
  const cipher = createCipheriv(ALGORITHM, key, nonce, { authTagLength: TAG_BYTES }).setAAD(header);
  return Buffer.concat([nonce, cipher.update(text, "utf8"), cipher.final(), cipher.getAuthTag()]);
}

/** Unlocks it. Throws ArchiveRefused. */
export function openWhole({ key, header }: Omit<ChunkLock, "nonce">, sealed: Buffer): string {
  return open(key, sealed.subarray(0, WHOLE_NONCE_BYTES), header, sealed.subarray(WHOLE_NONCE_BYTES)).toString("utf8");
}

/** Bytes of the nonce of what is locked as a whole. */
export const WHOLE_NONCE_BYTES = 12;

function open(key: Buffer, nonce: Buffer, data: Buffer, sealed: Buffer): Buffer {
  try {
    const at = sealed.length - TAG_BYTES;
    const decipher = createDecipheriv(ALGORITHM, key, nonce, { authTagLength: TAG_BYTES })
      .setAAD(data)
      .setAuthTag(sealed.subarray(at));
    return Buffer.concat([decipher.update(sealed.subarray(0, at)), decipher.final()]);
  } catch (cause) {
    throw new ArchiveRefused("The backup was changed, cut off, or locked with another key.", { cause });
  }
}

function binderOf({ nonce, header }: ChunkLock): (index: number, isLast: boolean) => { nonce: Buffer; data: Buffer } {
  const headerHash = createHash("sha256").update(header).digest();
  return (index, isLast) => {
    const place = Buffer.alloc(5);
    place.writeUInt32BE(index);
    place.writeUInt8(isLast ? 1 : 0, 4);
    return { nonce: Buffer.concat([nonce, place]), data: Buffer.concat([headerHash, place]) };
  };
}
