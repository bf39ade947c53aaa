import { z } from "zod";

/** How many rows a page may hold, and how many it holds unless asked otherwise. */
export const PAGE_LIMIT_MAX = 200;
export const PAGE_LIMIT = 50;

/** The part of every list's input that pages it: `after` is the cursor a page before handed out. */
export const PageInput = z.object({
  limit: z.number().int().min(1).max(PAGE_LIMIT_MAX).default(PAGE_LIMIT),
  after: z.string().max(2_000).optional(),
});
export type PageInput = z.infer<typeof PageInput>;

const direction = z.enum(["asc", "desc"]).optional();

/**
 * The part of a list's input that sorts it: by `sort`, and by `lead` before that where there is one. For lists that are small enough to be sorted
 * whole by any column they show.
 */
export const sorting = <const Column extends string>(columns: readonly [Column, ...Column[]]) => ({
  sort: z.enum(columns).optional(),
  direction,
  lead: z.enum(columns).optional(),
  leadDirection: direction,
});

/** One page of a list. `next` is the cursor of the page after it, absent on the last. */
export type Page<Row> = Readonly<{ rows: readonly Row[]; next?: string }>;
