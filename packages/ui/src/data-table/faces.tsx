import { SearchX } from "lucide-react";
import { Button } from "../button.tsx";
import { cn } from "../cn.ts";
import { EmptyState } from "../empty-state.tsx";
import { Skeleton } from "../skeleton.tsx";
import type { Column } from "./column.ts";
import { say } from "../words.ts";

const ROWS = [72, 54, 88, 64, 46, 80, 58, 70];

/** The shape of rows that are on their way. */
export function LoadingRows<Row>({
  columns,
  hasSelection,
}: {
  columns: readonly Column<Row>[];
  hasSelection: boolean;
}) {
  return ROWS.map((width, at) => (
    <tr key={width} className="h-row">
      {hasSelection ? <td className="border-b px-3" /> : null}
      {columns.map((column, index) => (
        <td key={column.id} className="border-b px-3">
          <span className={cn("flex", column.align === "end" && "justify-end")}>
            <span className="block" style={{ width: `${index === 0 ? width : 36 + ((at * 17 + index * 23) % 40)}%` }}>
              <Skeleton className="h-3" />
            </span>
          </span>
        </td>
      ))}
    </tr>
  ));
}

/** The shape of cards that are on their way. */
export function LoadingCards({ className }: { className?: string }) {
  return (
    <div className={cn("divide-y", className)}>
      {ROWS.slice(0, 6).map((width) => (
        <div key={width} className="space-y-2.5 px-4 py-4">
          <span className="block" style={{ width: `${width}%` }}>
            <Skeleton className="h-3.5" />
          </span>
          <Skeleton className="h-3 w-2/5" />
        </div>
      ))}
    </div>
  );
}

/** Nothing passed the filters: offers to take them away. */
export function NothingFound({ onClear }: { onClear: (() => void) | undefined }) {
  return (
    <EmptyState
      icon={SearchX}
      title={say("nothingMatches")}
      text={say("noRowPasses")}
      actions={onClear ? <Button onClick={onClear}>{say("clearAll")}</Button> : null}
    />
  );
}
