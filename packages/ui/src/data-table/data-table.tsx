"use client";
import { type ReactNode, useRef, useState } from "react";
import { cn } from "../cn.ts";
import { ErrorState } from "../error-state.tsx";
import { useIsNarrow } from "../use-media-query.ts";
import { CardList } from "./card-list.tsx";
import { ChooseRows } from "./choose-rows.tsx";
import { ColumnMenu } from "./column-menu.tsx";
import { LoadingCards, NothingFound } from "./faces.tsx";
import { Grid } from "./grid.tsx";
import { SortMenu } from "./sort-menu.tsx";
import type { DataTableProps } from "./table-props.ts";
import { useCalmRows } from "./use-calm-rows.ts";
import { useColumnChoice } from "./use-column-choice.ts";
import { useDensity } from "./use-density.ts";
import { useLoadMore } from "./use-load-more.ts";
import { say } from "../words.ts";

/**
 * A list of records, with a face for each state: loading, empty, nothing found, error, rows. Draws only; rows, sort and selection are the
 * caller's. More than 100 rows are drawn only where they can be seen; on a narrow screen each row is a card.
 */
export function DataTable<Row>(given: DataTableProps<Row>) {
  const calm = useCalmRows(given.rows, given.rowId, given.listKey);
  const props = { ...given, rows: calm.rows, litIds: calm.litIds };
  const { columns, rows, state, hasMore = false, isLoadingMore = false } = props;
  const isNarrow = useIsNarrow();
  const scroller = useRef<HTMLDivElement>(null);
  const own = useColumnChoice(columns, props.columnsKey);
  const choice = props.columnChoice ?? own;
  const hasChoice = props.columnChoice !== undefined || props.columnsKey !== undefined;
  const { isDense } = useDensity();
  const [isChoosing, setChoosing] = useState(false);
  const mark = useLoadMore(scroller, { hasMore, isBusy: isLoadingMore, onMore: props.onMore });
  const isEmpty = state === "ready" && rows.length === 0;

  // Where rows are cards, boxes would be in the way until somebody asks for them.
  const cardProps = isChoosing ? props : { ...props, selection: undefined };

  const body = (): ReactNode => {
    if (state === "error") {
      return <ErrorState text={props.errorText} requestId={props.requestId} onRetry={props.onRetry} />;
    }
    if (isEmpty) return props.isFiltered ? <NothingFound onClear={props.onClearFilters} /> : props.empty;
    if (state !== "loading" && isNarrow) return <CardList {...cardProps} columns={choice.visible} />;
    // The style sheet knows the screen's width before any script does, so it chooses between the two waiting faces.
    return (
      <>
        {state === "loading" ? <LoadingCards className="sm:hidden" /> : null}
        <div className="max-sm:hidden">
          <Grid
            {...props}
            columns={choice.visible}
            onWidth={hasChoice ? choice.setWidth : undefined}
            scroller={scroller}
            onHold={calm.hold}
            onRelease={calm.release}
          />
        </div>
      </>
    );
  };

  return (
    <div className={cn("min-w-0 space-y-3", props.className)}>
      {props.toolbar || hasChoice || props.tools || props.selection ? (
        <div className="flex flex-wrap items-center gap-2">
          {props.toolbar}
          <div className="order-1 ml-auto flex items-center">
            {props.selection ? <ChooseRows isOn={isChoosing} onChange={setChoosing} /> : null}
            {props.tools?.(choice.visible)}
            <SortMenu {...props} columns={columns} />
            {hasChoice ? <ColumnMenu columns={columns} choice={choice} /> : null}
          </div>
        </div>
      ) : null}
      <div
        className="relative overflow-hidden rounded-lg border bg-surface"
        aria-busy={state === "loading" || props.isStale}
      >
        <div
          ref={scroller}
          className={cn(
            "relative overflow-auto sm:max-h-[max(20rem,calc(100dvh-13.5rem))]",
            isDense && "pointer-fine:[--row:32px]",
            props.isStale && "opacity-70 transition-opacity",
          )}
        >
          {body()}
          <div ref={mark} aria-hidden />
          {isLoadingMore ? <p className="px-4 py-3 text-xs text-faint">{say("loadingMore")}</p> : null}
        </div>
        <output className="pointer-events-none absolute inset-x-0 top-1.5 z-30 flex justify-center">
          {calm.waiting > 0 ? (
            <span className="rounded-full bg-progress-soft px-3 py-1 text-xs text-progress shadow-md">
              {say("waiting", { count: calm.waiting })}
            </span>
          ) : null}
        </output>
      </div>
      <p aria-live="polite" className="sr-only">
        {state === "ready" ? say(hasMore ? "rowsAndMore" : "rows", { count: rows.length }) : ""}
      </p>
    </div>
  );
}
