"use client";
import type { FactoryPage } from "@storehouse/domain";
import { Field, groupDigits, Input } from "@storehouse/ui";
import { useState } from "react";
import { trpc } from "../../trpc/client.tsx";
import { AskDialog } from "./ask-dialog.tsx";
import { U } from "./upkeep-words.ts";

/** Deletes a factory for good, once its name was typed. */
export function DeleteDialog({ factory, onClose }: { factory: FactoryPage; onClose: () => void }) {
  const utils = trpc.useUtils();
  const [typedName, setTypedName] = useState("");
  const remove = trpc.platform.deleteFactory.useMutation({ onSuccess: () => utils.platform.invalidate() });
  const people = `${groupDigits(String(factory.people))} people`;
  return (
    <AskDialog
      title={U.removeTitle(factory.factoryName)}
      text={U.removeText(people)}
      verb={U.removeNow}
      isDanger
      canAsk={typedName === factory.dbName}
      isPending={remove.isPending}
      onAsk={(id) => remove.mutateAsync({ id, factoryId: factory.id, typedName })}
      onClose={onClose}
    >
      <Field label={U.typeName(factory.dbName)}>
        <Input
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          value={typedName}
          onChange={(event) => setTypedName(event.target.value)}
        />
      </Field>
    </AskDialog>
  );
}
