import {
  BalanceInput,
  CorrectInput,
  LevelsAtInput,
  ListEntriesInput,
  ListLevelsInput,
  MakeInput,
  ListMovementsInput,
  PostInput,
  ReverseInput,
  TransferInput,
  ValueAtInput,
  VerifyInput,
} from "@storehouse/domain";
import {
  balance,
  correctEntry,
  levelsAt,
  listEntries,
  listLevels,
  make,
  listMovements,
  postEntries,
  reverse,
  transferStock,
  valueAt,
  verifyLedger,
} from "@storehouse/services";
import { router, tenantProcedure } from "../trpc.ts";

/** The stock ledger. Its writes carry a client id: sent twice, they post once and answer the same. */
export const inventoryRouter = router({
  /** Posts one or many lines. Throws NOT_FOUND, ARCHIVED, INVALID, OPENING_REPEATED, INSUFFICIENT_STOCK, AMOUNT_TOO_LARGE, KEY_REUSED. */
  post: tenantProcedure("inventory.post")
    .input(PostInput)
    .mutation(({ ctx, input }) => postEntries(ctx.tenant, input)),
  /** Moves stock between two places. Throws SAME_LOCATION, and what `post` throws. */
  transfer: tenantProcedure("inventory.transfer")
    .input(TransferInput)
    .mutation(({ ctx, input }) => transferStock(ctx.tenant, input)),
  /** Makes a product by its formula: its components go out, it comes in. Throws NOT_FOUND, WRONG_STATE, INSUFFICIENT_STOCK, and what `post` throws. */
  make: tenantProcedure("inventory.make")
    .input(MakeInput)
    .mutation(({ ctx, input }) => make(ctx.tenant, input)),
  /** Undoes a posting or an entry; another person's needs `inventory.reverse`. Throws NOT_REVERSIBLE, ALREADY_REVERSED, INSUFFICIENT_STOCK. */
  reverse: tenantProcedure("inventory.reverseOwn")
    .input(ReverseInput)
    .mutation(({ ctx, input }) => reverse(ctx.tenant, input)),
  /** Puts an entry right: undoes it and posts it as it should have been, as one change. Throws PERIOD_CLOSED, and what `reverse` and `post` throw. */
  correct: tenantProcedure("inventory.reverseOwn")
    .input(CorrectInput)
    .mutation(({ ctx, input }) => correctEntry(ctx.tenant, input)),
  /** The ledger's entries by time, filtered, a page at a time. */
  entries: tenantProcedure("inventory.read")
    .input(ListEntriesInput)
    .query(({ ctx, input }) => listEntries(ctx.tenant, input)),
  /** What is where, a page at a time. */
  levels: tenantProcedure("inventory.read")
    .input(ListLevelsInput)
    .query(({ ctx, input }) => listLevels(ctx.tenant, input)),
  /** What is left per product and place, with its value and the total of all that the filters name. */
  balance: tenantProcedure("inventory.read")
    .input(BalanceInput)
    .query(({ ctx, input }) => balance(ctx.tenant, input)),
  /** What was where at any moment of the past, with its value; equal to replaying the ledger up to then. */
  levelsAt: tenantProcedure("inventory.read")
    .input(LevelsAtInput)
    .query(({ ctx, input }) => levelsAt(ctx.tenant, input)),
  /** What all that the filters name was worth at a moment of the past. */
  valueAt: tenantProcedure("inventory.read")
    .input(ValueAtInput)
    .query(({ ctx, input }) => valueAt(ctx.tenant, input)),
  /** What was there before a period, what came in and went out in it, and what was there after it, by variant. */
  movements: tenantProcedure("inventory.read")
    .input(ListMovementsInput)
    .query(({ ctx, input }) => listMovements(ctx.tenant, input)),
  /** Proves that every level, total and value equals the sum of its entries; lists what differs and keeps the alerts of it. */
  verify: tenantProcedure("inventory.verify")
    .input(VerifyInput)
    .mutation(({ ctx, input }) => verifyLedger(ctx.tenant, input)),
});
