import type { DatabaseAddress } from "@storehouse/tenancy";
import { rotateKeys } from "@storehouse/tenancy/provision";
import type { Requested } from "./requested.ts";

/** Locks every secret with the current key; those of a factory that could not be reached are taken up at the next attempt. */
export const rotateKeysBy = ({ centralAddress }: Readonly<{ centralAddress: DatabaseAddress }>): Requested => ({
  kind: "keys.rotate",
  run: async ({ provisioner, signal, log }) => {
    const { failures, ...counts } = await rotateKeys({ provisioner, centralAddress, signal });
    for (const failure of failures) log.warn(failure, "a factory's secrets keep their older key");
    const [first] = failures;
    if (first !== undefined)
      throw new Error(`${failures.length} factories keep their older key; ${first.factory}: ${first.error}`);
    return counts;
  },
});
