import { type ExportedFile, type ExportProductsInput, fail } from "@storehouse/domain";
import { authorize, type TenantContext } from "../context.ts";
import { runThread } from "../thread/run-thread.ts";
import type { EncodeWish } from "./encode-worker.ts";
import { readExportRows } from "./export-rows.ts";
import { MEDIA_TYPES } from "./media-types.ts";

const LIMITS = { heapMb: 512, timeoutMs: 60_000 };

/** The product list with its stock at the actor's places as a file that the import reads back without a change. */
export async function exportProducts(ctx: TenantContext, { format }: ExportProductsInput): Promise<ExportedFile> {
  authorize(ctx, "products.export");
  const base64 = await encode({ rows: await readExportRows(ctx), format });
  const day = ctx.now().toISOString().slice(0, 10);
  return {
    fileName: `products-${day}.${format}`,
    mediaType: MEDIA_TYPES[format],
    base64,
  };
}

/** A workbook of thousands of lines takes seconds to fold: others are served meanwhile. */
async function encode(wish: EncodeWish): Promise<string> {
  const outcome = await runThread<string>(new URL("./encode-worker.ts", import.meta.url), wish, LIMITS);
  return typeof outcome === "object" ? outcome.answer : fail({ code: "BUSY", retryAfterSeconds: 10 });
}
