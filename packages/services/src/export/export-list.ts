import { dayIn, EXPORT_ROWS_MAX, type ExportedFile, type ExportListInput, fail, wallClock } from "@storehouse/domain";
import { authorize, type TenantContext } from "../context.ts";
import { readOwnLanguage } from "../language/read-own-language.ts";
import { type Say, sayIn } from "../language/translation.ts";
import { readSettings } from "../settings/read-settings.ts";
import { runThread } from "../thread/run-thread.ts";
import type { ListWish } from "./list-worker.ts";
import type { Cells, CellKind, ListSource } from "./list/column.ts";
import { findSource } from "./list/find-source.ts";
import { MEDIA_TYPES } from "./media-types.ts";

const LIMITS = { heapMb: 512, timeoutMs: 120_000 };

/**
 * A list as it is seen, as a file: its filters, order and columns, read page by page through the list's own verb, which asks its own permission
 * and keeps to the actor's places. Words are in the language of the headings, else in the actor's own. Quantities are plain numbers, their unit stands beside the first; moments are told by the factory's clocks.
 * Throws NOT_ALLOWED, INVALID for a column the list does not have, TOO_LARGE for more lines than a file holds, BUSY.
 */
export async function exportList(ctx: TenantContext, input: ExportListInput): Promise<ExportedFile> {
  authorize(ctx, "lists.export");
  const source = findSource(input);
  const say = sayIn(input.language ?? (await readOwnLanguage(ctx)));
  const columns = planColumns(source, input.columns, say("file.unit"));
  const { timeZone } = await readSettings(ctx.db);
  const day = dayIn(timeZone, ctx.now());
  const wish: ListWish = {
    format: input.format,
    name: source.name,
    titles: columns.map(({ title }) => title),
    kinds: columns.map(({ kind }) => kind),
  };
  const pages = readPages(ctx, { source, columns, timeZone, say });
  const outcome = await runThread<string>(new URL("./list-worker.ts", import.meta.url), wish, LIMITS, pages);
  if (typeof outcome !== "object") return fail({ code: "BUSY", retryAfterSeconds: 10 });
  return {
    fileName: `${source.name}-${day}.${input.format}`,
    mediaType: MEDIA_TYPES[input.format],
    base64: outcome.answer,
  };
}

/** A column of the file; the unit's has no id. */
type Planned = Readonly<{ id: string | null; title: string; kind: CellKind }>;

/** The columns asked for; after the first quantity, its unit. */
function planColumns(source: ListSource, asked: ExportListInput["columns"], unit: string): readonly Planned[] {
  const planned = asked.map(({ id, title }, at): Planned => {
    const kind = source.kindOf(id);
    return kind === undefined
      ? fail({ code: "INVALID", field: `columns.${at}.id`, reason: "NOT_AN_OPTION" })
      : { id, title, kind };
  });
  const first = planned.findIndex(({ kind }) => kind === "quantity");
  if (first < 0) return planned;
  return planned.toSpliced(first + 1, 0, { id: null, title: unit, kind: "text" });
}

type Reading = Readonly<{ source: ListSource; columns: readonly Planned[]; timeZone: string; say: Say }>;

async function* readPages(ctx: TenantContext, { source, columns, timeZone, say }: Reading): AsyncGenerator<Cells[]> {
  const columnIds = columns.flatMap(({ id }) => id ?? []);
  const toCell = (kind: CellKind, text: string | null) =>
    kind === "moment" && text !== null ? wallClock(timeZone, new Date(text)) : text;
  let count = 0;
  let after: string | undefined;
  do {
    const page = await source.readPage(ctx, { columnIds, after, say });
    count += page.rows.length;
    if (count > EXPORT_ROWS_MAX) fail({ code: "TOO_LARGE", what: "lines in a file", limit: EXPORT_ROWS_MAX });
    yield page.rows.map((cells) => {
      let at = -1;
      return columns.map(({ id, kind }) => {
        if (id === null) return cells.at(-1) ?? null;
        at += 1;
        return toCell(kind, cells[at] ?? null);
      });
    });
    after = page.next;
  } while (after !== undefined);
}
