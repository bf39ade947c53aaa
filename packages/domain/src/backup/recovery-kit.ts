import { z } from "zod";

const Text = z.string().min(1).max(10_000);

/** Where an installation's archives are kept, and what opens that place. */
export const KitStore = z.union([
  z.strictObject({ folder: Text }),
  z.strictObject({
    bucket: Text,
    prefix: z.string(),
    region: Text,
    endpoint: Text.optional(),
    isPathStyle: z.boolean(),
    credentials: z.strictObject({ accessKeyId: Text, secretAccessKey: Text }).optional(),
  }),
]);
export type KitStore = z.infer<typeof KitStore>;

/** All that is needed beside the archives to have an installation back on an empty server. Whoever holds it can read everything. */
export const RecoveryKit = z.strictObject({
  kind: z.literal("storehouse recovery kit"),
  madeAt: z.iso.datetime(),
  readMe: z.array(z.string()),
  keys: Text,
  authSecret: Text.optional(),
  centralName: Text,
  accountPrefix: Text,
  store: KitStore,
});
export type RecoveryKit = z.infer<typeof RecoveryKit>;
