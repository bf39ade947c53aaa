"use client";
import type { EntryRow } from "@storehouse/domain";
import { Banner, Button, Field, Input, Money, Quantity, Sheet, toast } from "@storehouse/ui";
import { Undo2 } from "lucide-react";
import Link from "next/link";
import { type FormEvent, type ReactNode, useId, useState } from "react";
import { v7 as newId } from "uuid";
import { trpc } from "../../trpc/client.tsx";
import { RecordLines } from "../history/index.ts";
import { errorMessage, useCan, useMe } from "../session/index.ts";
import { TypeChip } from "./type-chip.tsx";
import { When } from "./when.tsx";

/** The whole of one entry, and the way to undo it. */
export function EntrySheet({ entry, onClose }: { entry: EntryRow; onClose: () => void }) {
  const can = useCan();
  const { userId, currency } = useMe();
  const [isReversing, setReversing] = useState(false);
  const isMine = entry.userId === userId;
  const mayReverse = can("inventory.reverse") || (isMine && can("inventory.reverseOwn"));
  const isReversible = entry.reversedById === null && entry.type !== "reversal";
  return (
    <Sheet
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={entry.variantName ? `${entry.productName}, ${entry.variantName}` : entry.productName}
      description={entry.sku}
      footer={
        <>
          <Button asChild variant="ghost" className="mr-auto">
            <Link href={`/products/${entry.productId}?tab=ledger`}>Open the product</Link>
          </Button>
          {mayReverse && isReversible && !isReversing ? (
            <Button onClick={() => setReversing(true)}>
              <Undo2 aria-hidden />
              Undo this entry
            </Button>
          ) : null}
        </>
      }
    >
      <div className="space-y-6">
        {entry.reversedById ? (
          <Banner meaning="attention">This entry was undone: its reversal stands beside it in the ledger.</Banner>
        ) : null}
        {isReversing ? <ReverseForm entry={entry} onDone={onClose} onCancel={() => setReversing(false)} /> : null}
        <dl className="grid grid-cols-[max-content_1fr] gap-x-6 gap-y-3">
          <Fact name="Type">
            <TypeChip entry={entry} />
          </Fact>
          <Fact name="Quantity">
            <Quantity value={entry.quantity} unit={entry.unit} isSigned />
          </Fact>
          <Fact name="Place">{entry.locationName}</Fact>
          <Fact name="Left after">
            <Quantity value={entry.balance} unit={entry.unit} />
          </Fact>
          <Fact name="Unit cost">
            <Money value={entry.unitCost} currency={currency} isExact />
          </Fact>
          <Fact name="Value">
            <Money value={entry.value} currency={currency} />
          </Fact>
          <Fact name="Happened">
            <When at={entry.occurredAt} />
          </Fact>
          <Fact name="Written">
            <When at={entry.writtenAt} />
          </Fact>
          <Fact name="Person">{entry.userName}</Fact>
          <Fact name="Reference">{entry.reference ?? "–"}</Fact>
          <Fact name="Note">{entry.note ?? "–"}</Fact>
        </dl>
        <RecordLines entity="posting" entityId={entry.postingId} />
      </div>
    </Sheet>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-quiet">{name}</dt>
      <dd className="min-w-0 [overflow-wrap:anywhere]">{children}</dd>
    </>
  );
}

type ReverseFormProps = { entry: EntryRow; onDone: () => void; onCancel: () => void };

function ReverseForm({ entry, onDone, onCancel }: ReverseFormProps) {
  const formId = useId();
  const utils = trpc.useUtils();
  const reverse = trpc.inventory.reverse.useMutation();
  const [reason, setReason] = useState("");
  const [error, setError] = useState<string>();
  const [clientId] = useState(() => newId());
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (reason.trim() === "") return setError("Say in a word why.");
    try {
      await reverse.mutateAsync({ clientId, entryId: entry.id, reason });
      toast("Undone. The entry and its reversal stay in the ledger.");
      onDone();
      await Promise.all([utils.inventory.invalidate(), utils.products.invalidate()]);
    } catch (caught) {
      setError(errorMessage(caught));
    }
  };
  return (
    <form id={formId} onSubmit={submit} noValidate className="space-y-3 rounded-lg border p-4">
      <Field label="Why is it undone?" error={error} hint="Kept with the reversal, for whoever asks later." isRequired>
        <Input autoFocus maxLength={500} value={reason} onChange={(event) => setReason(event.target.value)} />
      </Field>
      <div className="flex justify-end gap-2">
        <Button variant="ghost" onClick={onCancel}>
          Keep it
        </Button>
        <Button variant="danger" type="submit" isPending={reverse.isPending}>
          Undo the entry
        </Button>
      </div>
    </form>
  );
}
