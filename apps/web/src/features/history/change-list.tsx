import type { AuditRow } from "@storehouse/domain";
import { ArrowRight } from "lucide-react";
import { t } from "../../language/t.ts";
import { changesOf, moveText } from "./line-words.ts";

type ChangeListProps = {
  line: Pick<AuditRow, "before" | "after" | "names"> & Partial<Pick<AuditRow, "entity" | "moves" | "moveCount">>;
};

/** All that a line tells of its change: the entries of a booking, or each field from and to. */
export function ChangeList({ line }: ChangeListProps) {
  if (line.entity === "posting") return <MoveList moves={line.moves ?? []} count={line.moveCount ?? 0} />;
  const changes = changesOf(line);
  if (changes.length === 0) return null;
  return (
    <dl className="grid grid-cols-[minmax(6rem,max-content)_1fr] gap-x-4 gap-y-1.5 max-sm:grid-cols-1 max-sm:gap-y-0.5">
      {changes.map(({ field, label, from, to }) => (
        <div key={field} className="contents">
          <dt className="text-quiet max-sm:mt-1 max-sm:text-xs">{label}</dt>
          <dd className="min-w-0 [overflow-wrap:anywhere]">
            {from === null ? null : (
              <>
                <span className="text-quiet line-through decoration-line">{from}</span>
                <ArrowRight
                  aria-label={t("history.changedTo")}
                  role="img"
                  className="mx-1.5 inline size-3.5 text-faint"
                />
              </>
            )}
            {to}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function MoveList({ moves, count }: { moves: AuditRow["moves"]; count: number }) {
  return (
    <ul className="space-y-1">
      {moves.map((move) => (
        <li key={move.entryId} className="tabular [overflow-wrap:anywhere]">
          {moveText(move)}
        </li>
      ))}
      {count > moves.length ? (
        <li className="text-quiet">{t("history.andMore", { count: count - moves.length })}</li>
      ) : null}
    </ul>
  );
}
