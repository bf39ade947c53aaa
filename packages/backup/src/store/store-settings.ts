/** A bucket for archives, and how to reach it. */
export type BucketSettings = Readonly<{
  bucket: string;
  /** What every object's name begins with; empty or ending with a slash. */
  prefix: string;
  region: string;
  /** Undefined for Amazon's own. */
  endpoint: string | undefined;
  /** True where the bucket stands in the path and not in the host's name. */
  isPathStyle: boolean;
  /** Undefined where the machine has a role of its own. */
  credentials: Readonly<{ accessKeyId: string; secretAccessKey: string }> | undefined;
}>;

type Variables = Readonly<Record<string, string | undefined>>;

/** Every variable that names a bucket or opens it. */
export const STORE_VARIABLES = [
  "BACKUP_S3_BUCKET",
  "BACKUP_S3_PREFIX",
  "BACKUP_S3_REGION",
  "BACKUP_S3_ENDPOINT",
  "BACKUP_S3_PATH_STYLE",
  "BACKUP_S3_ACCESS_KEY_ID",
  "BACKUP_S3_SECRET_ACCESS_KEY",
] as const;

/** Reads which bucket backups go to; undefined when they stay in a folder. Throws with a variable's name, never its value. */
export function readStoreSettings(env: Variables): BucketSettings | undefined {
  const [bucket, prefix, region, endpoint, pathStyle, accessKeyId, secretAccessKey] = STORE_VARIABLES.map(
    (name) => env[name] || undefined,
  );
  if (bucket === undefined) {
    const given = STORE_VARIABLES.find((name) => env[name]);
    if (given !== undefined) throw new Error(`${given} is set and BACKUP_S3_BUCKET is not.`);
    return undefined;
  }
  if (endpoint !== undefined && !/^https?:\/\//.test(endpoint))
    throw new Error("BACKUP_S3_ENDPOINT does not begin with http:// or https://.");
  if ((accessKeyId === undefined) !== (secretAccessKey === undefined))
    throw new Error("BACKUP_S3_ACCESS_KEY_ID and BACKUP_S3_SECRET_ACCESS_KEY are set together or not at all.");
  return {
    bucket,
    prefix: prefix === undefined ? "" : `${prefix.replace(/\/+$/, "")}/`,
    region: region ?? "us-east-1",
    endpoint,
    isPathStyle: pathStyle === undefined ? endpoint !== undefined : pathStyle === "1",
    credentials: accessKeyId && secretAccessKey ? { accessKeyId, secretAccessKey } : undefined,
  };
}
