"use client";
import type { VariantChoice } from "@storehouse/domain";
import { Banner, Button, Field, Sheet, toast } from "@storehouse/ui";
import { useState } from "react";
import { t } from "../../language/t.ts";
import { trpc } from "../../trpc/client.tsx";
import { errorMessage } from "../session/index.ts";
import { nameOf, VariantPicker } from "../variant/index.ts";

type AttachSheetProps = { code: string; onDone: () => void; onClose: () => void };

/** Makes an unknown code one of a product's barcodes. */
export function AttachSheet({ code, onDone, onClose }: AttachSheetProps) {
  const [choice, setChoice] = useState<VariantChoice | null>(null);
  const [refusal, setRefusal] = useState<string>();
  const { attach, isPending } = useAttach();
  const save = async () => {
    if (choice === null) return setRefusal(t("scan.chooseProductFirst"));
    try {
      await attach(choice, code);
      toast(t("scan.isBarcodeNow", { code, product: nameOf(choice) }));
      return onDone();
    } catch (error) {
      return setRefusal(errorMessage(error));
    }
  };
  return (
    <Sheet
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={t("scan.addTheCode")}
      description={t("scan.fromThenOn", { code })}
      footer={
        <Button variant="primary" className="max-sm:w-full" isPending={isPending} onClick={() => void save()}>
          {t("scan.addTheBarcode")}
        </Button>
      }
    >
      <div className="space-y-4">
        {refusal ? <Banner meaning="problem">{refusal}</Banner> : null}
        <Field label={t("scan.product")} isRequired>
          <VariantPicker
            choice={choice}
            onChoose={(next) => {
              setChoice(next);
              setRefusal(undefined);
            }}
          />
        </Field>
      </div>
    </Sheet>
  );
}

// A variant's barcodes are part of its record: they are changed from the version they were read in.
function useAttach() {
  const utils = trpc.useUtils();
  const update = trpc.products.updateVariant.useMutation();
  const attach = async (choice: VariantChoice, code: string) => {
    const product = await utils.client.products.get.query({ id: choice.productId });
    const variant = product.variants.find(({ id }) => id === choice.variantId);
    if (variant === undefined) throw new Error("the variant is gone");
    const { id, version, sku, name, attributes, minimumStock, barcodes } = variant;
    if (barcodes.includes(code)) return;
    await update.mutateAsync({ id, version, sku, name, attributes, minimumStock, barcodes: [...barcodes, code] });
    await utils.products.invalidate();
  };
  return { attach, isPending: update.isPending };
}
