import { createHash } from "node:crypto";
import { canonicalJson } from "../record/same-content.ts";

/**
 * What makes a combination of attributes unique in its product: the same pairs in any order give the same key. A variant without any is told
 * from the others by its code alone: its own id stands in for them.
 */
export const attributesKey = (attributes: Readonly<Record<string, string>>, variantId: string): string =>
  createHash("sha256")
    .update(Object.keys(attributes).length === 0 ? variantId : canonicalJson(attributes))
    .digest("hex");
