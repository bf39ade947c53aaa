import type { readSpace } from "./assert-space.ts";
import type { BackupStore } from "./backup-store.ts";
import { localStore } from "./local-store.ts";
import { s3Store } from "./s3-store.ts";
import { readStoreSettings } from "./store-settings.ts";

/** The bucket that the environment names; undefined when archives stay in the folder. */
export function openStore(env: Readonly<Record<string, string | undefined>>): BackupStore | undefined {
  const settings = readStoreSettings(env);
  return settings === undefined ? undefined : s3Store(settings);
}

type Place = Readonly<{
  folder: string;
  store?: BackupStore | undefined;
  readSpace?: typeof readSpace | undefined;
}>;

/** Where archives are kept: in the bucket that is set, else in the folder. */
export const storeOf = ({ folder, store, readSpace }: Place): BackupStore => store ?? localStore(folder, readSpace);
