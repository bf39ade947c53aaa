"use client";
import type { MakePlan } from "@storehouse/domain";
import { groupDigits, toast } from "@storehouse/ui";
import { trpc } from "../../trpc/client.tsx";
import { useInvalidateStock, useUndoBooking } from "../booking/index.ts";
import { nameOf } from "../product/index.ts";
import { t } from "../../language/t.ts";
import { type MakeDraft, toMake } from "./make-draft.ts";

/** Sends a making to the ledger; once it is stored, says what was made and offers to undo all of it. What is refused reads the plan again. */
export function useSaveMaking() {
  const invalidate = useInvalidateStock();
  const undo = useUndoBooking();
  const make = trpc.inventory.make.useMutation();
  const save = async (draft: MakeDraft, plan: MakePlan): Promise<void> => {
    const input = toMake(draft, plan);
    try {
      const made = await make.mutateAsync(input);
      toast(
        t("make.quantityMade", { quantity: `${groupDigits(input.quantity)} ${plan.unit}`, product: nameOf(plan) }),
        {
          action: { label: t("common.undo"), onPress: () => undo(made.postingId) },
        },
      );
    } finally {
      void invalidate();
    }
  };
  return { save, isPending: make.isPending };
}
