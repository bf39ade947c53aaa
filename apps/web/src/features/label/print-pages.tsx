"use client";
import { useSyncExternalStore } from "react";
import { createPortal } from "react-dom";
import { millimetre } from "./label-view.tsx";
import type { Layout, Placed } from "./layouts.ts";
import { PageView } from "./page-view.tsx";
import type { DrawnItem } from "./use-drawn.ts";

type PrintPagesProps = { pages: readonly (readonly Placed<DrawnItem>[])[]; layout: Layout };

const nothing = () => () => undefined;

/** What the printer gets in place of the screen: the pages alone, to the millimetre. */
export function PrintPages({ pages, layout }: PrintPagesProps) {
  const hasDocument = useSyncExternalStore(
    nothing,
    () => true,
    () => false,
  );
  if (!hasDocument) return null;
  const { width, height } = layout.page;
  const styles = `@page { size: ${width}mm ${height}mm; margin: 0 }
@media print { body > :not([data-print-pages]) { display: none !important } html, body { background: white; min-height: 0 } }`;
  return createPortal(
    <div data-print-pages className="hidden print:block" style={millimetre("1mm")}>
      <style>{styles}</style>
      {pages.map((page, index) => (
        <div key={index} className="break-after-page break-inside-avoid last:break-after-auto">
          <PageView page={page} layout={layout} />
        </div>
      ))}
    </div>,
    document.body,
  );
}
