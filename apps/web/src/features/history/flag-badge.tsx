import type { FlagState } from "@storehouse/domain";
import { Badge } from "@storehouse/ui";
import { CircleHelp } from "lucide-react";
import { t } from "../../language/t.ts";

/** Where the question about a line stands; nothing where nobody asked. */
export function FlagBadge({ flag }: { flag: FlagState }) {
  if (flag === "none") return null;
  return flag === "open" ? (
    <Badge meaning="attention" icon={CircleHelp}>
      {t("history.question")}
    </Badge>
  ) : (
    <Badge meaning="fine">{t("history.resolved")}</Badge>
  );
}
