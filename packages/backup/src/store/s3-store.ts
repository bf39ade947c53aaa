import type { S3Client } from "@aws-sdk/client-s3";
import { once } from "node:events";
import { PassThrough, type Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { ArchiveRefused, BackupFailed } from "../backup-failed.ts";
import { ARCHIVE_ENDING, type BackupStore, type ByteRange, type Draft } from "./backup-store.ts";
import type { BucketSettings } from "./store-settings.ts";

/** The store did not do what was asked of it, which says nothing about the archive. Never holds what opens the store. */
export class StoreUnreachable extends BackupFailed {
  constructor(cause: unknown) {
    super(`The store that backups go to did not answer as it should (${nameOf(cause)}).`);
    this.name = "StoreUnreachable";
  }
}

/** Archives as objects of a bucket, of Amazon's store or one that speaks like it. Connects when it is first asked. */
export function s3Store(settings: BucketSettings): BackupStore {
  let opening: Promise<S3Client> | undefined;
  const client = (): Promise<S3Client> => (opening ??= openClient(settings));
  const { bucket: Bucket, prefix } = settings;
  const place = (name: string) => ({ Bucket, Key: prefix + name });
  return {
    create: async (name) => createObject(await client(), place(name)),
    read: async (name, range) => readObject(await client(), place(name), range),
    sizeOf: async (name) => {
      const { HeadObjectCommand } = await sdk();
      const head = await unlessMissing((await client()).send(new HeadObjectCommand(place(name))));
      return head?.ContentLength;
    },
    remove: async (name) => {
      const { DeleteObjectCommand } = await sdk();
      await reached((await client()).send(new DeleteObjectCommand(place(name))));
      await abortUploads(await client(), place(name));
    },
    list: async () => listObjects(await client(), Bucket, prefix),
    // A bucket has no end that could be asked for.
    assertRoom: async () => undefined,
  };
}

const sdk = () => import("@aws-sdk/client-s3");

type ObjectPlace = Readonly<{ Bucket: string; Key: string }>;

const PART_BYTES = 8 * 1024 * 1024;
const PARTS_AT_ONCE = 2;
const TIMEOUTS = { connectionTimeout: 5_000, requestTimeout: 60_000, throwOnRequestTimeout: true };
const PAGE = 1_000;

async function openClient({ endpoint, region, isPathStyle, credentials }: BucketSettings): Promise<S3Client> {
  const { S3Client } = await sdk();
  return new S3Client({
    region,
    forcePathStyle: isPathStyle,
    requestHandler: TIMEOUTS,
    // Stores that only speak like Amazon's do not all know the newer sums; the archive carries its own.
    requestChecksumCalculation: "WHEN_REQUIRED",
    responseChecksumValidation: "WHEN_REQUIRED",
    ...(endpoint === undefined ? {} : { endpoint }),
    ...(credentials === undefined ? {} : { credentials }),
  });
}

/** Sent in parts; the object is there once the store has been told that they are all of it. */
async function createObject(client: S3Client, place: ObjectPlace): Promise<Draft> {
  const { Upload } = await import("@aws-sdk/lib-storage");
  const body = new PassThrough();
  const upload = new Upload({
    client,
    params: { ...place, Body: body, ContentType: "application/octet-stream" },
    partSize: PART_BYTES,
    queueSize: PARTS_AT_ONCE,
  });
  const sent = reached(upload.done());
  // Whoever writes or commits hears of it.
  sent.catch(() => undefined);
  return {
    write: async (chunk) => {
      if (!body.write(chunk)) await Promise.race([once(body, "drain"), sent]);
    },
    commit: async () => {
      body.end();
      await sent;
    },
    discard: async () => {
      await upload.abort().catch(() => undefined);
      body.destroy();
      await sent.catch(() => undefined);
      await abortUploads(client, place).catch(() => undefined);
    },
  };
}

async function readObject(client: S3Client, place: ObjectPlace, range: ByteRange | undefined): Promise<Readable> {
  const { GetObjectCommand } = await sdk();
  const Range = range === undefined ? undefined : `bytes=${range.start}-${range.end}`;
  const found = await unlessMissing(client.send(new GetObjectCommand({ ...place, Range })));
  if (found?.Body === undefined) throw new ArchiveRefused("The backup's file is not there any more.");
  const through = new PassThrough();
  const body = found.Body as AsyncIterable<Buffer>;
  // What breaks on the way is the store's fault and not the archive's.
  pipeline(whileReached(body), through).catch(() => undefined);
  return through;
}

async function* whileReached(body: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  try {
    yield* body;
  } catch (error) {
    throw new StoreUnreachable(error);
  }
}

/** What a process that is gone had sent of an object. Some stores can't say; theirs end by a rule of the bucket. */
async function abortUploads(client: S3Client, { Bucket, Key }: ObjectPlace): Promise<void> {
  const { AbortMultipartUploadCommand, ListMultipartUploadsCommand } = await sdk();
  const listed = await client
    .send(new ListMultipartUploadsCommand({ Bucket, Prefix: Key }))
    .catch((error: unknown) =>
      nameOf(error) === "NotImplemented" ? undefined : Promise.reject(new StoreUnreachable(error)),
    );
  for (const { Key: key, UploadId } of listed?.Uploads ?? [])
    if (key === Key) await unlessMissing(client.send(new AbortMultipartUploadCommand({ Bucket, Key, UploadId })));
}

async function listObjects(client: S3Client, Bucket: string, prefix: string): Promise<readonly string[]> {
  const { ListObjectsV2Command } = await sdk();
  const names: string[] = [];
  let token: string | undefined;
  do {
    const wish = { Bucket, Prefix: prefix, MaxKeys: PAGE, ContinuationToken: token };
    const page = await reached(client.send(new ListObjectsV2Command(wish)));
    for (const { Key = "" } of page.Contents ?? []) names.push(Key.slice(prefix.length));
    token = page.NextContinuationToken;
  } while (token !== undefined);
  return names.filter((name) => name.endsWith(ARCHIVE_ENDING) && !name.includes("/"));
}

const MISSING = new Set(["NoSuchKey", "NotFound", "NoSuchUpload"]);

async function unlessMissing<T>(work: Promise<T>): Promise<T | undefined> {
  try {
    return await work;
  } catch (error) {
    if (MISSING.has(nameOf(error))) return undefined;
    throw new StoreUnreachable(error);
  }
}

async function reached<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw new StoreUnreachable(error);
  }
}

/** The kind of an error alone: its words can hold an address or an account. */
function nameOf(error: unknown): string {
  if (!(error instanceof Error)) return "unknown";
  return "code" in error && typeof error.code === "string" ? error.code : error.name;
}
