import type { Permission } from "@storehouse/domain";
import { ArrowLeftRight, Hammer, type LucideIcon, PackageMinus, PackagePlus } from "lucide-react";
import type { BookingKind } from "./use-booking.ts";

/** A booking, or a making, which has a sheet of its own. */
export type VerbKind = BookingKind | "make";

export type BookingVerb = Readonly<{ kind: VerbKind; label: string; icon: LucideIcon; permission: Permission }>;

/** The verbs that change stock, in the order every menu shows them. */
export const BOOKING_VERBS: readonly BookingVerb[] = [
  { kind: "in", label: "Book in", icon: PackagePlus, permission: "inventory.post" },
  { kind: "out", label: "Book out", icon: PackageMinus, permission: "inventory.post" },
  { kind: "make", label: "Make", icon: Hammer, permission: "inventory.make" },
  { kind: "move", label: "Move", icon: ArrowLeftRight, permission: "inventory.transfer" },
];
