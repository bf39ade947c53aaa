import type { Permission } from "@storehouse/domain";
import { ArrowLeftRight, type LucideIcon, PackageMinus, PackagePlus, Search } from "lucide-react";
import { wordsOf } from "../../language/t.ts";
import type { Action } from "./setup.ts";

const LABELS = wordsOf({ in: "common.bookIn", out: "common.bookOut", move: "common.move", look: "scan.lookUp" });

/** The word for what a scan does. */
export const actionWord = (action: Action): string => LABELS[action];

/** The four things a scan can do, each with what it needs. */
export const ACTION_LOOKS: Record<Action, Readonly<{ icon: LucideIcon; permission: Permission }>> = {
  in: { icon: PackagePlus, permission: "inventory.post" },
  out: { icon: PackageMinus, permission: "inventory.post" },
  move: { icon: ArrowLeftRight, permission: "inventory.transfer" },
  look: { icon: Search, permission: "products.read" },
};
