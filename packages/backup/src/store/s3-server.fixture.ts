import S3rver from "@20minutes/s3rver";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { BucketSettings } from "./store-settings.ts";

/** An S3 server of its own on loopback, with one bucket. */
export type S3Server = Readonly<{ settings: BucketSettings; folder: string; stop: () => Promise<void> }>;

// The one account that the server knows.
const ACCOUNT = { accessKeyId: "S3RVER", secretAccessKey: "S3RVER" };

/** Starts an S3 server that keeps its objects in a folder of its own. */
export async function startS3Server(): Promise<S3Server> {
  const folder = mkdtempSync(join(tmpdir(), "s3-"));
  const bucket = "backups";
  const server = new S3rver({
    address: "127.0.0.1",
    port: 0,
    silent: true,
    // It reckons a listing's signature without the slash that the client signs; who it does not know it still refuses.
    allowMismatchedSignatures: true,
    directory: folder,
    configureBuckets: [{ name: bucket, configs: [] }],
  });
  const { port } = await server.run();
  return {
    folder,
    settings: {
      bucket,
      prefix: "a-place/",
      region: "us-east-1",
      endpoint: `http://127.0.0.1:${port}`,
      isPathStyle: true,
      credentials: ACCOUNT,
    },
    stop: async () => {
      await server.close();
      rmSync(folder, { recursive: true });
    },
  };
}
