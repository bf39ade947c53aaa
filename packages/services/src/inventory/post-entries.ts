import type { Posted, PostInput } from "@storehouse/domain";
import { authorize, type TenantContext } from "../context.ts";
import { postLines } from "./post-lines.ts";

/**
 * Posts one or many lines to the ledger in one transaction, with a client id that makes sending it twice post it once.
 * Throws NOT_ALLOWED, NOT_FOUND, ARCHIVED, INVALID (direction, cost, unit, decimals, time), OPENING_REPEATED, INSUFFICIENT_STOCK
 * with every line that falls short, AMOUNT_TOO_LARGE, KEY_REUSED. What throws has changed nothing.
 */
export async function postEntries(ctx: TenantContext, input: PostInput): Promise<Posted> {
  authorize(ctx, "inventory.post");
  return postLines(ctx, input);
}
