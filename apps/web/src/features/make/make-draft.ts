import { type MakeInput, type MakePlan, readQuantity, type TypedQuantity } from "@storehouse/domain";
import { v7 as newId } from "uuid";

/** A making on its way. `clientId` makes sending it twice make it once. */
export type MakeDraft = Readonly<{
  clientId: string;
  variantId: string | null;
  /** As it is typed: "3 box + 2". */
  quantityText: string;
  locationId: string | null;
  reference: string;
}>;

export const newMakeDraft = (variantId: string | null, quantityText = ""): MakeDraft => ({
  clientId: newId(),
  variantId,
  quantityText,
  locationId: null,
  reference: "",
});

/** What the typed quantity means in base units. */
export const quantityOfDraft = (draft: MakeDraft, plan: MakePlan): TypedQuantity =>
  readQuantity(draft.quantityText, plan.units, plan.unitDecimals);

/** The place it is made at: the one chosen, or where the product usually is. */
export const placeOf = (draft: MakeDraft, plan: MakePlan | undefined): string | null =>
  draft.locationId ?? plan?.defaultLocationId ?? null;

/** What is missing or can't be read, by field. */
export function problemsOf(draft: MakeDraft, plan: MakePlan | undefined): Readonly<Record<string, string>> {
  if (draft.variantId === null || plan === undefined) return { variantId: "REQUIRED" };
  const read = quantityOfDraft(draft, plan);
  return {
    ...(draft.quantityText.trim() === "" ? { quantity: "REQUIRED" } : "reason" in read && { quantity: read.reason }),
    ...(placeOf(draft, plan) === null && { locationId: "REQUIRED" }),
  };
}

/** The request, once nothing is missing. */
export function toMake(draft: MakeDraft, plan: MakePlan): Omit<MakeInput, "note"> {
  const read = quantityOfDraft(draft, plan);
  return {
    clientId: draft.clientId,
    variantId: plan.variantId,
    versionId: plan.versionId,
    quantity: "quantity" in read ? read.quantity : "",
    locationId: placeOf(draft, plan) ?? "",
    reference: draft.reference,
  };
}
