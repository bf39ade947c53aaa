import type { FlagState } from "@storehouse/domain";
import { Badge } from "@storehouse/ui";
import { CircleHelp } from "lucide-react";

/** Where the question about a line stands; nothing where nobody asked. */
export function FlagBadge({ flag }: { flag: FlagState }) {
  if (flag === "none") return null;
  return flag === "open" ? (
    <Badge meaning="attention" icon={CircleHelp}>
      Question
    </Badge>
  ) : (
    <Badge meaning="fine">Resolved</Badge>
  );
}
