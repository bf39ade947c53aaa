import type { EntryRow } from "@storehouse/domain";
import { Badge } from "@storehouse/ui";
import { ArrowDownLeft, ArrowUpRight, Undo2 } from "lucide-react";
import { t } from "../../language/t.ts";
import { ENTRY_TYPE_WORDS } from "./words.ts";

/** An entry's type as a word, with an arrow for the way the goods went. */
export function TypeChip({ entry }: { entry: Pick<EntryRow, "type" | "quantity" | "reversedById"> }) {
  const icon = entry.type === "reversal" ? Undo2 : entry.quantity.startsWith("-") ? ArrowUpRight : ArrowDownLeft;
  return (
    <span className="inline-flex min-w-0 items-center gap-1.5">
      <Badge icon={icon} {...(entry.type === "reversal" ? { meaning: "attention" } : {})}>
        {ENTRY_TYPE_WORDS[entry.type]}
      </Badge>
      {entry.reversedById ? <span className="text-xs text-faint">{t("entry.undone")}</span> : null}
    </span>
  );
}
