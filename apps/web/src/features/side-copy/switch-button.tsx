"use client";
import { Button, Dialog, Field, Input } from "@storehouse/ui";
import { useState } from "react";
import { t } from "../../language/t.ts";
import { trpc } from "../../trpc/client.tsx";
import { errorMessage, useCan, useMe } from "../session/index.ts";

/** Puts a copy in the factory's place, once it was said what that means and the factory's name was typed. */
export function SwitchButton({ id, at }: { id: string; at: string }) {
  const can = useCan();
  const { dbName } = useMe();
  const utils = trpc.useUtils();
  const [isAsking, setAsking] = useState(false);
  const [typed, setTyped] = useState("");
  const switching = trpc.backup.switchTo.useMutation({
    onSuccess: async () => {
      setAsking(false);
      await utils.backup.invalidate();
    },
  });
  if (!can("backups.restore")) return null;
  return (
    <>
      <Button onClick={() => setAsking(true)}>{t("sideCopy.switchTo")}</Button>
      <Dialog
        isOpen={isAsking}
        onOpenChange={setAsking}
        title={t("sideCopy.switchTitle")}
        description={t("sideCopy.switchText", { at })}
        footer={
          <>
            <Button variant="ghost" onClick={() => setAsking(false)}>
              {t("sideCopy.cancel")}
            </Button>
            <Button
              variant="danger"
              disabled={typed !== dbName}
              isPending={switching.isPending}
              onClick={() => switching.mutate({ id, confirm: typed })}
            >
              {t("sideCopy.switchTo")}
            </Button>
          </>
        }
      >
        <Field
          label={t("sideCopy.typeName", { name: dbName })}
          error={switching.error ? errorMessage(switching.error) : undefined}
        >
          <Input
            value={typed}
            autoComplete="off"
            spellCheck={false}
            onChange={(event) => setTyped(event.target.value)}
          />
        </Field>
      </Dialog>
    </>
  );
}
