"use client";
import type { MakePlan } from "@storehouse/domain";
import { Banner, Button, Field, Input, Money, Quantity, Sheet, Skeleton } from "@storehouse/ui";
import { keepPreviousData } from "@tanstack/react-query";
import { type FormEvent, useId, useRef, useState } from "react";
import { useDebounced } from "../../components/use-debounced.ts";
import { useMaking } from "../../components/use-making.ts";
import { quantityMessage } from "../../components/quantity-message.ts";
import { trpc } from "../../trpc/client.tsx";
import { fieldsOf } from "../../trpc/failure-of.ts";
import { LocationPicker } from "../location/index.ts";
import { nameOf } from "../product/index.ts";
import { errorMessage, reasonMessage, useCan, useMe } from "../session/index.ts";
import { t } from "../../language/t.ts";
import { CanMakeNow } from "./can-make-now.tsx";
import { ComponentNeeds } from "./component-needs.tsx";
import { type MakeDraft, newMakeDraft, placeOf, problemsOf, quantityOfDraft } from "./make-draft.ts";
import { MakePicker } from "./make-picker.tsx";
import { useSaveMaking } from "./use-save-making.ts";

/** The make drawer: open while the address says `?make=`, with the variant to begin with or `new`. */
export function MakeSheet() {
  const { isOpen, variantId, quantity, close } = useMaking();
  const can = useCan();
  if (!isOpen || !can("inventory.make")) return null;
  return <OpenSheet key={variantId ?? ""} variantId={variantId} quantity={quantity} onClose={close} />;
}

/** What making takes for what is typed so far; the answer before stays while a new one is on its way. */
function usePlan(draft: MakeDraft) {
  const { variantId } = draft;
  // The usual place and the units are the plan's to say: the first answer, for what the formula makes at once, names them.
  const first = trpc.productFormulas.canMake.useQuery({ variantId: variantId ?? "" }, { enabled: variantId !== null });
  const plan = first.data;
  const read = plan && quantityOfDraft(draft, plan);
  const locationId = placeOf(draft, plan);
  const input = useDebounced(
    JSON.stringify({
      variantId: variantId ?? "",
      ...(read && "quantity" in read && { quantity: read.quantity }),
      ...(locationId && { locationId }),
    }),
    150,
  );
  const asked = JSON.parse(input) as { variantId: string; quantity?: string; locationId?: string };
  const exact = trpc.productFormulas.canMake.useQuery(asked, {
    enabled: plan !== undefined && asked.variantId === variantId,
    placeholderData: keepPreviousData,
    refetchOnMount: "always",
  });
  const shown = exact.data?.variantId === variantId ? exact.data : plan;
  return { plan: variantId === null ? undefined : shown, isStale: exact.isFetching, error: first.error };
}

type OpenSheetProps = { variantId: string | null; quantity: string | null; onClose: () => void };

function OpenSheet({ variantId, quantity, onClose }: OpenSheetProps) {
  const formId = useId();
  const [draft, setDraft] = useState(() => newMakeDraft(variantId, quantity ?? ""));
  const [problems, setProblems] = useState<Readonly<Record<string, string>>>({});
  const [refusal, setRefusal] = useState<string | null>(null);
  const { plan, isStale, error } = usePlan(draft);
  const { save, isPending } = useSaveMaking();
  const change = (next: Partial<MakeDraft>) => {
    setDraft({ ...draft, ...next });
    setProblems({});
    setRefusal(null);
  };
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const found = problemsOf(draft, plan);
    setProblems(found);
    const [first] = Object.keys(found);
    if (first !== undefined || plan === undefined) return focusFirstError(form);
    try {
      await save(draft, plan);
      onClose();
    } catch (thrown) {
      const told = Object.entries(fieldsOf(thrown) ?? {}).map(([path, [reason]]) => [path, reason ?? "INVALID"]);
      setProblems(Object.fromEntries(told) as Readonly<Record<string, string>>);
      setRefusal(told.length > 0 ? null : errorMessage(thrown));
      focusFirstError(form);
    }
  };
  return (
    <Sheet
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={t("common.make")}
      footer={
        <Button variant="primary" type="submit" form={formId} isPending={isPending} className="max-sm:w-full">
          {t("common.make")}
        </Button>
      }
    >
      <form id={formId} onSubmit={(event) => void submit(event)} noValidate className="space-y-5">
        {refusal ? <Banner meaning="problem">{refusal}</Banner> : null}
        {error ? <Banner meaning="problem">{errorMessage(error)}</Banner> : null}
        <Fields draft={draft} plan={plan} problems={problems} onChange={change} />
        {plan ? (
          <Plan plan={plan} isStale={isStale} onTake={(quantityText) => change({ quantityText })} />
        ) : draft.variantId !== null && !error ? (
          <Skeleton className="h-40" />
        ) : null}
      </form>
    </Sheet>
  );
}

type FieldsProps = {
  draft: MakeDraft;
  plan: MakePlan | undefined;
  problems: Readonly<Record<string, string>>;
  onChange: (change: Partial<MakeDraft>) => void;
};

function Fields({ draft, plan, problems, onChange }: FieldsProps) {
  const quantity = useRef<HTMLInputElement>(null);
  const read = plan && quantityOfDraft(draft, plan);
  const isSaid = read && "quantity" in read && read.quantity !== draft.quantityText.trim();
  return (
    <div className="space-y-3">
      <Field label={t("common.product")} error={reasonMessage(problems.variantId)} isRequired>
        <MakePicker
          value={draft.variantId}
          valueLabel={plan ? nameOf(plan) : null}
          onChoose={(variantId) => onChange({ variantId, locationId: null })}
          onChosen={() => quantity.current?.focus()}
        />
      </Field>
      <div className="grid grid-cols-2 gap-3">
        <Field
          label={t("common.quantity")}
          error={quantityMessage(problems.quantity, plan ?? null)}
          hint={
            isSaid ? (
              <span aria-live="polite">
                = <Quantity value={read.quantity} unit={plan?.unit} />
              </span>
            ) : null
          }
          isRequired
        >
          <Input
            ref={quantity}
            inputMode="text"
            autoComplete="off"
            enterKeyHint="done"
            className="tabular text-right"
            value={draft.quantityText}
            onChange={(event) => onChange({ quantityText: event.target.value })}
            after={plan?.unit ?? null}
          />
        </Field>
        <Field label={t("make.madeAt")} error={reasonMessage(problems.locationId)} isRequired>
          <LocationPicker value={placeOf(draft, plan)} onChange={(locationId) => onChange({ locationId })} />
        </Field>
      </div>
      <Field label={t("common.reference")} isOptional error={reasonMessage(problems.reference)}>
        <Input value={draft.reference} onChange={(event) => onChange({ reference: event.target.value })} />
      </Field>
    </div>
  );
}

type PlanProps = { plan: MakePlan; isStale: boolean; onTake: (quantityText: string) => void };

function Plan({ plan, isStale, onTake }: PlanProps) {
  const { currency } = useMe();
  return (
    <div className="space-y-3">
      <CanMakeNow plan={plan} onTake={onTake} />
      <ComponentNeeds plan={plan} isStale={isStale} />
      <p className="text-xs text-faint">
        {plan.makeFrom === "anywhere" ? t("make.componentsComeFromThisPlace") : t("make.componentsComeFromThisPlace2")}
        {plan.unitCost === null ? null : (
          <>
            {" "}
            {t.rich("make.oneCosts", {
              money: () => <Money value={plan.unitCost ?? "0"} currency={currency} isExact />,
            })}
          </>
        )}
      </p>
    </div>
  );
}

// After React has drawn the errors, the first of them takes the focus.
function focusFirstError(form: HTMLFormElement): void {
  setTimeout(() => form.querySelector<HTMLElement>("[aria-invalid=true]")?.focus(), 0);
}
