import type { Permission } from "@storehouse/domain";
import { ArrowLeftRight, Hammer, type LucideIcon, PackageMinus, PackagePlus } from "lucide-react";
import { t } from "../language/t.ts";
import type { BookingKind } from "./use-booking.ts";

/** A booking, or a making, which has a sheet of its own. */
export type VerbKind = BookingKind | "make";

export type BookingVerb = Readonly<{ kind: VerbKind; label: string; icon: LucideIcon; permission: Permission }>;

/** The verbs that change stock, in the order every menu shows them. */
export const BOOKING_VERBS: readonly BookingVerb[] = [
  {
    kind: "in",
    get label() {
      return t("common.bookIn");
    },
    icon: PackagePlus,
    permission: "inventory.post",
  },
  {
    kind: "out",
    get label() {
      return t("common.bookOut");
    },
    icon: PackageMinus,
    permission: "inventory.post",
  },
  {
    kind: "make",
    get label() {
      return t("common.make");
    },
    icon: Hammer,
    permission: "inventory.make",
  },
  {
    kind: "move",
    get label() {
      return t("common.move");
    },
    icon: ArrowLeftRight,
    permission: "inventory.transfer",
  },
];
