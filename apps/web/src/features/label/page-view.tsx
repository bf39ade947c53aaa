import { LabelView, mm } from "./label-view.tsx";
import { type Layout, type Placed, placeOn } from "./layouts.ts";
import type { DrawnItem } from "./use-drawn.ts";

type PageViewProps = { page: readonly Placed<DrawnItem>[]; layout: Layout; hasOutlines?: boolean };

/** One page of labels, each at its place. The outlines are only for eyes: paper is cut already. */
export function PageView({ page, layout, hasOutlines = false }: PageViewProps) {
  return (
    <div
      className="relative overflow-hidden"
      style={{ width: mm(layout.page.width), height: mm(layout.page.height), background: "white", color: "black" }}
    >
      {page.map(({ item, at }) => {
        const { x, y } = placeOn(layout, at);
        return (
          <div
            key={at}
            className="absolute"
            style={{
              left: mm(x),
              top: mm(y),
              width: mm(layout.label.width),
              height: mm(layout.label.height),
              ...(hasOutlines && { outline: "1px dashed #d0d4dc", outlineOffset: "-1px" }),
            }}
          >
            <LabelView item={item} layout={layout} />
          </div>
        );
      })}
    </div>
  );
}
