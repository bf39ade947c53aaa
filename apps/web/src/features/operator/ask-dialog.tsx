"use client";
import { Banner, Button, Dialog, toast } from "@storehouse/ui";
import { type ReactNode, useState } from "react";
import { v7 as newId } from "uuid";
import { errorMessage } from "../session/index.ts";
import { U } from "./upkeep-words.ts";
import { W } from "./words.ts";

type AskDialogProps = {
  title: string;
  /** What will happen, and to whom. */
  text: string;
  /** What the button says that sets it off. */
  verb: string;
  isDanger?: boolean;
  canAsk?: boolean;
  isPending: boolean;
  /** What is said once it is asked for; that the worker does it, unless told otherwise. */
  doneText?: string;
  /** Asks the worker under this id; rejects with what was refused. */
  onAsk: (id: string) => Promise<unknown>;
  onClose: () => void;
  children?: ReactNode;
};

/** Says what is about to be done and asks for it once, however often the button is pressed. */
export function AskDialog(props: AskDialogProps) {
  const { title, text, verb, isDanger = false, canAsk = true, isPending, doneText, onAsk, onClose, children } = props;
  const [id] = useState(() => newId());
  const [trouble, setTrouble] = useState<string | null>(null);
  const ask = () => {
    setTrouble(null);
    onAsk(id).then(
      () => {
        toast(doneText ?? U.asked);
        onClose();
      },
      (error: unknown) => setTrouble(errorMessage(error)),
    );
  };
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => (isOpen ? undefined : onClose())}
      title={title}
      description={text}
      footer={
        <>
          <Button onClick={onClose}>{W.cancel}</Button>
          <Button variant={isDanger ? "danger" : "primary"} disabled={!canAsk} isPending={isPending} onClick={ask}>
            {verb}
          </Button>
        </>
      }
    >
      {trouble || children ? (
        <div className="space-y-4">
          {trouble ? <Banner meaning="problem">{trouble}</Banner> : null}
          {children}
        </div>
      ) : null}
    </Dialog>
  );
}
