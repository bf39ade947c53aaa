"use client";
import type { FactoryPage, ServerRow } from "@storehouse/domain";
import { Field, Select } from "@storehouse/ui";
import { useState } from "react";
import { trpc } from "../../trpc/client.tsx";
import { AskDialog } from "./ask-dialog.tsx";
import { U } from "./upkeep-words.ts";
import { W } from "./words.ts";

type MoveDialogProps = { factory: FactoryPage; servers: readonly ServerRow[]; onClose: () => void };

/** Asks to which server a factory is to be moved. */
export function MoveDialog({ factory, servers, onClose }: MoveDialogProps) {
  const utils = trpc.useUtils();
  const [only, ...others] = servers;
  const [server, setServer] = useState(others.length === 0 ? only?.name : undefined);
  const move = trpc.platform.moveFactory.useMutation({ onSuccess: () => utils.platform.invalidate() });
  const chosen = servers.find(({ name }) => name === server);
  return (
    <AskDialog
      title={U.moveTitle(factory.factoryName)}
      text={U.moveText}
      verb={U.moveNow}
      canAsk={chosen !== undefined}
      isPending={move.isPending}
      onAsk={(id) => move.mutateAsync({ id, factoryId: factory.id, server: server ?? "" })}
      onClose={onClose}
    >
      <Field label={U.moveTo} error={chosen?.error ?? undefined}>
        <Select
          value={server}
          onChange={setServer}
          placeholder={U.chooseServer}
          options={servers.map(({ name, version, factories }) => ({
            value: name,
            label: name,
            hint: U.serverHint(version ?? W.unknown, factories),
          }))}
        />
      </Field>
    </AskDialog>
  );
}
