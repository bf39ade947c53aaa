"use client";
import type { Posted } from "@storehouse/domain";
import { groupDigits, toast } from "@storehouse/ui";
import { v7 as newId } from "uuid";
import { trpc } from "../../trpc/client.tsx";
import { nameOf } from "../product/index.ts";
import { useHappened } from "../../components/use-happened.ts";
import { errorMessage } from "../session/index.ts";
import { t } from "../../language/t.ts";
import { type Booking, type Draft, quantityOfLine, toPost, toTransfer } from "./draft.ts";

/** What every write to the ledger makes old. */
export function useInvalidateStock(): () => Promise<void> {
  const utils = trpc.useUtils();
  return async () => {
    await Promise.all([
      utils.inventory.invalidate(),
      utils.products.invalidate(),
      utils.productFormulas.invalidate(),
      utils.dashboard.invalidate(),
    ]);
  };
}

/** Undoes a whole booking by its reversal, and says so. Pressed twice, it undoes once. */
export function useUndoBooking(): (postingId: string) => void {
  const invalidate = useInvalidateStock();
  const reverse = trpc.inventory.reverse.useMutation();
  const undo = async (postingId: string) => {
    try {
      // Awaited, not told by a callback: the drawer this stands in is gone by then, and callbacks with it.
      await reverse.mutateAsync({ clientId: newId(), postingId, reason: t("booking.undoneRightAfterBooking") });
      toast(t("booking.undoneTheEntryAndIts"));
      await invalidate();
    } catch (error) {
      toast(errorMessage(error), { meaning: "problem" });
    }
  };
  return (postingId) => void undo(postingId);
}

/** Sends a draft to the ledger; once it is stored, says what was booked and offers to undo it. */
export function useSaveBooking(booking: Booking) {
  const invalidate = useInvalidateStock();
  const undo = useUndoBooking();
  const post = trpc.inventory.post.useMutation();
  const transfer = trpc.inventory.transfer.useMutation();
  const { occurredAtOf } = useHappened();
  const save = async (draft: Draft): Promise<Posted> => {
    const occurredAt = occurredAtOf(draft.happenedOn ?? "");
    const posted = await (booking === "move"
      ? transfer.mutateAsync(toTransfer(draft, occurredAt))
      : post.mutateAsync(toPost(draft, occurredAt)));
    toast(t(`booking.done_${booking}`, { what: summary(draft) }), {
      action: { label: t("common.undo"), onPress: () => undo(posted.postingId) },
    });
    // Not awaited: the ledger has it, so the drawer closes now and what it covers is read again behind.
    void invalidate();
    return posted;
  };
  return { save, isPending: post.isPending || transfer.isPending };
}

function summary(draft: Draft): string {
  const [first] = draft.lines;
  if (first?.choice && draft.lines.length === 1) {
    const read = quantityOfLine(first);
    const quantity = `${"quantity" in read ? groupDigits(read.quantity) : ""} ${first.choice.unit}`;
    return t("booking.quantityOf", { quantity, product: nameOf(first.choice) });
  }
  return t("entity.productCounted", { count: draft.lines.length });
}
