import { CreateApiKeyInput, ListApiKeysInput, RevokeApiKeyInput } from "@storehouse/domain";
import { createApiKey, listApiKeys, revokeApiKey } from "@storehouse/services";
import { router, tenantProcedure } from "../trpc.ts";

/** Keys of programs. Each acts as the person who made it, within its scopes. */
export const apiKeysRouter = router({
  /** The factory's keys, the latest first, a page at a time. */
  list: tenantProcedure("apiKeys.read")
    .input(ListApiKeysInput)
    .query(({ ctx, input }) => listApiKeys(ctx.tenant, input)),
  /** Makes a key; only this answer holds its token. Throws NOT_ALLOWED for a scope the caller lacks, INVALID, KEY_REUSED. */
  create: tenantProcedure("apiKeys.create")
    .input(CreateApiKeyInput)
    .mutation(({ ctx, input }) => createApiKey(ctx.tenant, ctx.accounts, input)),
  /** Ends a key for good. Throws NOT_FOUND. */
  revoke: tenantProcedure("apiKeys.revoke")
    .input(RevokeApiKeyInput)
    .mutation(({ ctx, input }) => revokeApiKey(ctx.tenant, ctx.accounts, input)),
});
