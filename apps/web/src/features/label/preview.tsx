import { groupDigits } from "@storehouse/ui";
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
          aria-label={`Page ${index + 1} of ${pages.length}: ${page
            .map(({ item }) => item.title)
            .slice(0, 3)
            .join(", ")}`}
          className="@container overflow-hidden rounded-sm border shadow-md"
          style={{ maxWidth: `${width * PX_PER_MM}px` }}
        >
          <div style={millimetre(`calc(100cqw / ${width})`)}>
            <PageView page={page} layout={layout} hasOutlines={!isRoll} />
          </div>
        </div>
      ))}
      {more > 0 ? (
        <p className="text-faint">
          And {groupDigits(String(more))} more{" "}
          {isRoll ? (more === 1 ? "label" : "labels") : more === 1 ? "page" : "pages"}.
        </p>
      ) : null}
    </div>
  );
}
