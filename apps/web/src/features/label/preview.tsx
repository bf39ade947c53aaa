import { t } from "../../language/t.ts";
import { millimetre } from "./label-view.tsx";
import { type Layout, perPage, type Placed } from "./layouts.ts";
import { PageView } from "./page-view.tsx";
import type { DrawnItem } from "./use-drawn.ts";

type PreviewProps = { pages: readonly (readonly Placed<DrawnItem>[])[]; layout: Layout };

/** How wide a page is shown at the most, in pixels for each millimetre. */
const PX_PER_MM = 4;
const SHEETS = 2;
const ROLL = 8;

/** The first pages as they will come out of the printer. */
export function Preview({ pages, layout }: PreviewProps) {
  const isRoll = perPage(layout) === 1;
  const shown = pages.slice(0, isRoll ? ROLL : SHEETS);
  const more = pages.length - shown.length;
  const { width } = layout.page;
  return (
    <div className="space-y-4">
      {shown.map((page, index) => (
        <div
          key={index}
          role="img"
          aria-label={t("label.pageOf", { page: index + 1, pages: pages.length, what: namesOn(page) })}
          className="@container overflow-hidden rounded-sm border shadow-md"
          style={{ maxWidth: `${width * PX_PER_MM}px` }}
        >
          <div style={millimetre(`calc(100cqw / ${width})`)}>
            <PageView page={page} layout={layout} hasOutlines={!isRoll} />
          </div>
        </div>
      ))}
      {more > 0 ? (
        <p className="text-faint">{t(isRoll ? "label.moreLabels" : "label.morePages", { count: more })}</p>
      ) : null}
    </div>
  );
}

const namesOn = (page: readonly Placed<DrawnItem>[]): string =>
  page
    .map(({ item }) => item.title)
    .slice(0, 3)
    .join(", ");
