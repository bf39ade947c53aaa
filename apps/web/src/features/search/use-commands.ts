"use client";
import { type CommandVerb, type Findable, rank, readCommand } from "@storehouse/domain";
import type { PaletteItem } from "@storehouse/ui";
import { History } from "lucide-react";
import { useRouter } from "next/navigation";
import { BOOKING_VERBS } from "../../components/booking-verbs.ts";
import { useBooking } from "../../components/use-booking.ts";
import { useMaking } from "../../components/use-making.ts";
import { useCan } from "../session/index.ts";
import { t } from "../../language/t.ts";

const SHOWN = 5;
/** So many are looked through for what can be made. */
const MEANT = 200;

/** What is typed as something to do: "move 20 of M6 bolt" offers it for what it may mean, of what the person may do. */
export function useCommands(): (text: string, findables: readonly Findable[]) => readonly PaletteItem[] {
  const can = useCan();
  const router = useRouter();
  const booking = useBooking();
  const making = useMaking();
  const run = (verb: CommandVerb, variantId: string, quantity: string | null) => {
    if (verb === "ledger") return router.push(`/stock/entries?variant=${variantId}`);
    if (verb === "make") return making.open(variantId, quantity);
    booking.open(verb, { variantId, quantity });
  };
  const known = (verb: CommandVerb) => {
    if (verb === "ledger") return { label: t("search.ledgerOf"), icon: History, permission: "inventory.read" as const };
    return BOOKING_VERBS.find(({ kind }) => kind === verb);
  };
  return (text, findables) => {
    for (const { verb, quantity, rest } of readCommand(text)) {
      const words = known(verb);
      if (!words || !can(words.permission)) return [];
      const found = rank(findables, rest, MEANT).flatMap(({ record }) =>
        record.kind === "product" && (verb !== "make" || record.isMade) ? [record] : [],
      );
      if (found.length === 0) continue;
      return found.slice(0, SHOWN).map((record) => ({
        id: `command:${record.id}`,
        label: [words.label, quantity, record.name].filter(Boolean).join(" "),
        hint: record.sku,
        icon: words.icon,
        onSelect: () => run(verb, record.id, quantity),
      }));
    }
    return [];
  };
}
