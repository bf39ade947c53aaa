"use client";
import type { FactoryPage } from "@storehouse/domain";
import { DateField, Field, Input, useReadDay } from "@storehouse/ui";
import { useState } from "react";
import { trpc } from "../../trpc/client.tsx";
import { AskDialog } from "./ask-dialog.tsx";
import { B } from "./billing-words.ts";

type BillDialogProps = { kind: "payment" | "trial"; factory: FactoryPage; onClose: () => void };

/** Asks until when a factory is paid for, or may be tried: to the end of that day in UTC. */
export function BillDialog({ kind, factory, onClose }: BillDialogProps) {
  const utils = trpc.useUtils();
  const { read } = useReadDay("future");
  const [text, setText] = useState("");
  const [reference, setReference] = useState("");
  const told = { onSuccess: () => utils.platform.invalidate() };
  const pay = trpc.platform.recordPayment.useMutation(told);
  const extend = trpc.platform.extendTrial.useMutation(told);
  const typed = read(text);
  const until = "day" in typed && typed.day !== null ? `${typed.day}T23:59:59.999Z` : null;
  const factoryId = factory.id;
  const isPayment = kind === "payment";
  const ask = (moment: string) =>
    isPayment
      ? pay.mutateAsync({ factoryId, paidUntil: moment, reference })
      : extend.mutateAsync({ factoryId, endsAt: moment });
  return (
    <AskDialog
      title={isPayment ? B.payTitle(factory.factoryName) : B.extendTitle(factory.factoryName)}
      text={isPayment ? B.payHint : B.extendText}
      verb={isPayment ? B.payNow : B.extendNow}
      doneText={isPayment ? B.paid : B.extended}
      canAsk={until !== null}
      isPending={pay.isPending || extend.isPending}
      onAsk={() => ask(until ?? "")}
      onClose={onClose}
    >
      <DateField label={isPayment ? B.paidUntil : B.trialUntil} text={text} onText={setText} lean="future" isRequired />
      {isPayment ? (
        <Field label={B.reference} isOptional>
          <Input maxLength={100} value={reference} onChange={(event) => setReference(event.target.value)} />
        </Field>
      ) : null}
    </AskDialog>
  );
}
