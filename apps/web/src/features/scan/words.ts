import type { Permission } from "@storehouse/domain";
import { ArrowLeftRight, type LucideIcon, PackageMinus, PackagePlus, Search } from "lucide-react";
import type { Action } from "./setup.ts";

/** The four things a scan can do, each with what it needs. */
export const ACTION_WORDS: Record<Action, Readonly<{ label: string; icon: LucideIcon; permission: Permission }>> = {
  in: { label: "Book in", icon: PackagePlus, permission: "inventory.post" },
  out: { label: "Book out", icon: PackageMinus, permission: "inventory.post" },
  move: { label: "Move", icon: ArrowLeftRight, permission: "inventory.transfer" },
  look: { label: "Look up", icon: Search, permission: "products.read" },
};
