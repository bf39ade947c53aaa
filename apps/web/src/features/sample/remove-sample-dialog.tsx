"use client";
import type { RemoveSampleInput, SampleState } from "@storehouse/domain";
import { Button, Dialog, toast } from "@storehouse/ui";
import { trpc } from "../../trpc/client.tsx";
import { errorMessage } from "../session/index.ts";

export type Sample = NonNullable<SampleState["sample"]>;
type RemoveSampleDialogProps = { sample: Sample; onClose: () => void };

/** Says what goes and what stays, and asks about what people booked on the sample themselves. */
export function RemoveSampleDialog({ sample, onClose }: RemoveSampleDialogProps) {
  const utils = trpc.useUtils();
  const mutation = trpc.sample.remove.useMutation();
  const isTouched = sample.touchedProducts > 0;
  const remove = async (touched: RemoveSampleInput["touched"]) => {
    try {
      const { kept } = await mutation.mutateAsync({ id: sample.id, touched });
      toast(kept > 0 ? `The sample is gone. ${counted(kept, "product")} stayed as your own.` : "The sample is gone.");
      onClose();
    } catch (error) {
      toast(errorMessage(error), { meaning: "problem" });
    }
    await utils.invalidate();
  };
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title="Remove the sample?"
      description="Its products, places and suppliers are archived and its stock goes to nothing. What you made yourself stays. The entries stay in the ledger, undone, so that every sum still ties."
      footer={
        <>
          <Button variant="ghost" onClick={onClose}>
            Cancel
          </Button>
          {isTouched ? (
            <Button onClick={() => void remove("keep")} disabled={mutation.isPending}>
              Keep {counted(sample.touchedProducts, "product")}
            </Button>
          ) : null}
          <Button
            variant="danger"
            isPending={mutation.isPending}
            onClick={() => void remove(isTouched ? "remove" : "refuse")}
          >
            {isTouched ? "Remove everything" : "Remove the sample"}
          </Button>
        </>
      }
    >
      {isTouched ? (
        <p>
          You booked {counted(sample.touchedEntries, "entry")} of your own on{" "}
          {counted(sample.touchedProducts, "sample product")}. Keep those products with all their stock, or remove them
          too: your entries are then undone like the sample's.
        </p>
      ) : null}
    </Dialog>
  );
}

const counted = (count: number, noun: string): string =>
  `${count} ${count === 1 ? noun : noun.endsWith("y") ? `${noun.slice(0, -1)}ies` : `${noun}s`}`;
