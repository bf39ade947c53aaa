"use client";
import type { FactoryPage } from "@storehouse/domain";
import { Button, Dialog, Field, Input, toast } from "@storehouse/ui";
import { type FormEvent, useState } from "react";
import { trpc } from "../../trpc/client.tsx";
import { errorMessage } from "../session/index.ts";
import { W } from "./words.ts";

/** Which copy is to take a factory's place, or is to be approved for that, and who asked for it. */
export type Replacing = Readonly<{ deed: "switchTo" | "approve"; id: string; who: string }>;

type ReplaceDialogProps = {
  factory: Pick<FactoryPage, "id" | "dbName" | "factoryName">;
  replacing: Replacing;
  onClose: () => void;
};
const FORM = "replace-factory";

/** Says what a restore does to a factory, and has its name typed. */
export function ReplaceDialog({ factory, replacing: { deed, id, who }, onClose }: ReplaceDialogProps) {
  const utils = trpc.useUtils();
  const [confirm, setConfirm] = useState("");
  const done = (words: string) => ({
    onSuccess: async () => {
      toast(words);
      await utils.platform.invalidate();
      onClose();
    },
  });
  const switching = trpc.platform.switchTo.useMutation(done(W.switchAsked));
  const approving = trpc.platform.approveSideCopy.useMutation(done(W.approved));
  const isSwitch = deed === "switchTo";
  const asked = isSwitch ? switching : approving;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    asked.mutate({ factoryId: factory.id, id, confirm });
  };
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => (isOpen ? undefined : onClose())}
      title={isSwitch ? W.switchTitle(factory.factoryName) : W.approveTitle(factory.factoryName)}
      description={isSwitch ? W.switchText : W.approveText(who)}
      footer={
        <>
          <Button onClick={onClose}>{W.cancel}</Button>
          <Button
            type="submit"
            form={FORM}
            variant="danger"
            disabled={confirm !== factory.dbName}
            isPending={asked.isPending}
          >
            {isSwitch ? W.switchTo : W.approve}
          </Button>
        </>
      }
    >
      <form id={FORM} noValidate onSubmit={submit}>
        <Field label={W.typeDbName(factory.dbName)} error={asked.error ? errorMessage(asked.error) : undefined}>
          <Input
            value={confirm}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            onChange={(event) => setConfirm(event.target.value)}
          />
        </Field>
      </form>
    </Dialog>
  );
}
