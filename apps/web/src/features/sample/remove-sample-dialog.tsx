"use client";
import type { RemoveSampleInput, SampleState } from "@storehouse/domain";
import { Button, Dialog, toast } from "@storehouse/ui";
import { t } from "../../language/t.ts";
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
      toast(kept > 0 ? t("sample.goneAndKept", { count: kept }) : t("sample.gone"));
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
      title={t("sample.removeTheSampleAsked")}
      description={t("sample.whatGoes")}
      footer={
        <>
          <Button variant="ghost" onClick={onClose}>
            {t("common.cancel")}
          </Button>
          {isTouched ? (
            <Button onClick={() => void remove("keep")} disabled={mutation.isPending}>
              {t("sample.keepCounted", { count: sample.touchedProducts })}
            </Button>
          ) : null}
          <Button
            variant="danger"
            isPending={mutation.isPending}
            onClick={() => void remove(isTouched ? "remove" : "refuse")}
          >
            {isTouched ? t("sample.removeEverything") : t("sample.removeTheSample")}
          </Button>
        </>
      }
    >
      {isTouched ? (
        <p>{t("sample.youBooked", { entries: sample.touchedEntries, products: sample.touchedProducts })}</p>
      ) : null}
    </Dialog>
  );
}
