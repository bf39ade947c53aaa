import { cn } from "@storehouse/ui";
import type { CSSProperties } from "react";
import { codeSize, sizesFor } from "./fit.ts";
import type { Layout } from "./layouts.ts";
import type { DrawnItem } from "./use-drawn.ts";
import type { LabelItem } from "./use-labels.ts";

/** A length in millimetres of the page: real ones on paper, smaller ones in the preview. */
export const mm = (length: number): string => `calc(var(--mm) * ${length})`;

/** Says how long a millimetre is for what is drawn within. React knows no custom properties in its types. */
export const millimetre = (length: string): CSSProperties => ({ "--mm": length }) as CSSProperties;

type LabelViewProps = { item: DrawnItem; layout: Layout };

/** One label: bars over the width with the code below, or a square with the name beside it. Black on white, in every theme. */
export function LabelView({ item, layout: { label } }: LabelViewProps) {
  const sizes = sizesFor(label.height);
  const width = label.width - 2 * sizes.margin;
  const { drawn } = item;
  const isSquare = drawn.kind === "qr";
  const side = label.height - 2 * sizes.margin;
  const textWidth = isSquare ? width - side - sizes.margin : width;
  return (
    <div
      className={cn("flex size-full overflow-hidden", isSquare ? "items-center" : "flex-col")}
      style={{ padding: mm(sizes.margin), gap: isSquare ? mm(sizes.margin) : mm(sizes.margin / 2) }}
    >
      {isSquare ? (
        <img src={drawn.src} alt="" className="shrink-0" style={{ width: mm(side), height: mm(side) }} />
      ) : null}
      <Name item={item} size={sizes.name} isSquare={isSquare} />
      {isSquare ? null : (
        <img src={drawn.src} alt="" className="min-h-0 flex-1 self-center" style={{ width: mm(drawn.widthMm) }} />
      )}
      {item.codeText === "" ? null : isSquare ? null : (
        <p
          className="tabular shrink-0 text-center whitespace-nowrap"
          style={{ fontSize: mm(codeSize(item.codeText, textWidth, sizes.code)), lineHeight: 1.1 }}
        >
          {item.codeText}
        </p>
      )}
    </div>
  );
}

// Lines are high enough for the marks above and below Devanagari.
function Name({ item, size, isSquare }: { item: LabelItem; size: number; isSquare: boolean }) {
  return (
    <div className={cn("min-w-0", isSquare ? "flex-1" : "shrink-0")} style={{ fontSize: mm(size), lineHeight: 1.32 }}>
      <p
        className={cn("font-semibold [overflow-wrap:anywhere]", isSquare ? "line-clamp-4" : "line-clamp-2 text-center")}
      >
        {item.title}
      </p>
      {isSquare && item.codeText !== "" ? (
        <p
          className="tabular line-clamp-2 [overflow-wrap:anywhere]"
          style={{ fontSize: mm(size * 0.88), marginTop: mm(0.6) }}
        >
          {item.codeText}
        </p>
      ) : null}
    </div>
  );
}
