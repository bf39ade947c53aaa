import { expect, test } from "vitest";
import { readStoreSettings } from "./store-settings.ts";

test("without a bucket backups stay in the folder; half a setting is refused by its name, never by its value", () => {
  expect(readStoreSettings({ BACKUP_DIR: "x" })).toBeUndefined();
  expect(() => readStoreSettings({ BACKUP_S3_ENDPOINT: "http://x" })).toThrow("BACKUP_S3_ENDPOINT is set");
  const bucket = { BACKUP_S3_BUCKET: "b" };
  expect(() => readStoreSettings({ ...bucket, BACKUP_S3_ENDPOINT: "ftp://x" })).toThrow("http://");
  const half = { ...bucket, BACKUP_S3_SECRET_ACCESS_KEY: "hush-hush" };
  expect(() => readStoreSettings(half)).toThrow("set together");
  expect(() => readStoreSettings(half)).not.toThrow("hush-hush");
});

test("an endpoint of one's own has its bucket in the path, Amazon's in the host, unless it is said otherwise", () => {
  expect(readStoreSettings({ BACKUP_S3_BUCKET: "b", BACKUP_S3_PREFIX: "in/here" })).toEqual({
    bucket: "b",
    prefix: "in/here/",
    region: "us-east-1",
    endpoint: undefined,
    isPathStyle: false,
    credentials: undefined,
  });
  const own = { BACKUP_S3_BUCKET: "b", BACKUP_S3_ENDPOINT: "http://store:9000" };
  expect(readStoreSettings(own)).toMatchObject({ isPathStyle: true, prefix: "" });
  expect(readStoreSettings({ ...own, BACKUP_S3_PATH_STYLE: "0" })).toMatchObject({ isPathStyle: false });
});
