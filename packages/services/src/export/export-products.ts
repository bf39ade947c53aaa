import {
  CATEGORIES,
  type ExportedFile,
  type ExportProductsInput,
  fail,
  type Language,
  SOURCE_TYPES,
} from "@storehouse/domain";
import { authorize, type TenantContext } from "../context.ts";
import { readOwnLanguage } from "../language/read-own-language.ts";
import { sayIn } from "../language/translation.ts";
import { runThread } from "../thread/run-thread.ts";
import type { EncodeWish } from "./encode-rows.ts";
import { type ExportRow, readExportRows } from "./export-rows.ts";
import { MEDIA_TYPES } from "./media-types.ts";

const LIMITS = { heapMb: 512, timeoutMs: 60_000 };

/** The product list with its stock at the actor's places, in their language, as a file that the import reads back without a change. */
export async function exportProducts(ctx: TenantContext, { format }: ExportProductsInput): Promise<ExportedFile> {
  authorize(ctx, "products.export");
  const language = await readOwnLanguage(ctx);
  const rows = (await readExportRows(ctx)).map((row) => worded(row, language));
  const base64 = await encode({ rows, format, language });
  const day = ctx.now().toISOString().slice(0, 10);
  return {
    fileName: `products-${day}.${format}`,
    mediaType: MEDIA_TYPES[format],
    base64,
  };
}

/** English files say the words as the API has them. */
function worded(row: ExportRow, language: Language): ExportRow {
  if (language === "en") return row;
  const say = sayIn(language);
  const category = CATEGORIES.find((one) => one === row.category);
  const sourceType = SOURCE_TYPES.find((one) => one === row.sourceType);
  return {
    ...row,
    ...(category && { category: say(`category.${category}`) }),
    ...(sourceType && { sourceType: say(`sourceType.${sourceType}`) }),
  };
}

/** A workbook of thousands of lines takes seconds to fold: others are served meanwhile. */
async function encode(wish: EncodeWish): Promise<string> {
  const outcome = await runThread<string>(new URL("./encode-worker.ts", import.meta.url), wish, LIMITS);
  return typeof outcome === "object" ? outcome.answer : fail({ code: "BUSY", retryAfterSeconds: 10 });
}
