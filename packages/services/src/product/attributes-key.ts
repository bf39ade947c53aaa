import { createHash } from "node:crypto";
import { canonicalJson } from "../record/same-content.ts";

/** What makes a combination of attributes unique in its product: the same pairs in any order give the same key. */
export const attributesKey = (attributes: Readonly<Record<string, string>>): string =>
  createHash("sha256").update(canonicalJson(attributes)).digest("hex");
