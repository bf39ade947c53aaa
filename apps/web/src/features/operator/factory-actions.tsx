"use client";
import type { FactoryPage } from "@storehouse/domain";
import { Button, toast } from "@storehouse/ui";
import { useState } from "react";
import { v7 as newId } from "uuid";
import { trpc } from "../../trpc/client.tsx";
import { errorMessage } from "../session/index.ts";
import { useOperatorCan } from "./operator-me.tsx";
import { SuspendDialog } from "./suspend-dialog.tsx";
import { W } from "./words.ts";

/** What the operator may do to a factory, the one that shuts it last. */
export function FactoryActions({ factory }: { factory: FactoryPage }) {
  const can = useOperatorCan();
  const [isSuspending, setSuspending] = useState(false);
  const { backUp, sync, resume, reactivate } = useActs();
  const { id: factoryId, state, quarantineReason } = factory;
  const hasData = state === "READY" || state === "SUSPENDED";
  return (
    <>
      {can("factories.resume") && quarantineReason !== null ? (
        <Button variant="primary" isPending={resume.isPending} onClick={() => resume.mutate({ factoryId })}>
          {W.resume}
        </Button>
      ) : null}
      {can("factories.syncConnections") && state === "READY" && quarantineReason === null ? (
        <Button isPending={sync.isPending} onClick={() => sync.mutate({ factoryId })}>
          {W.sync}
        </Button>
      ) : null}
      {can("factories.backUp") && hasData ? (
        <Button isPending={backUp.isPending} onClick={() => backUp.mutate({ factoryId, id: newId() })}>
          {W.backUp}
        </Button>
      ) : null}
      {can("factories.reactivate") && (state === "SUSPENDED" || state === "ARCHIVED") ? (
        <Button variant="primary" isPending={reactivate.isPending} onClick={() => reactivate.mutate({ factoryId })}>
          {W.reactivate}
        </Button>
      ) : null}
      {can("factories.suspend") && state === "READY" ? (
        <Button variant="danger" onClick={() => setSuspending(true)}>
          {W.suspend}
        </Button>
      ) : null}
      {isSuspending ? <SuspendDialog factory={factory} onClose={() => setSuspending(false)} /> : null}
    </>
  );
}

function useActs() {
  const utils = trpc.useUtils();
  const told = <Answer,>(words: (answer: Answer) => string) => ({
    onSuccess: async (answer: Answer) => {
      toast(words(answer));
      await utils.platform.invalidate();
    },
    onError: (error: unknown) => toast(errorMessage(error), { meaning: "problem" as const }),
  });
  return {
    backUp: trpc.platform.backUp.useMutation(told(() => W.backupAsked)),
    sync: trpc.platform.syncConnections.useMutation(
      told(({ userCount, maxConnections }: { userCount: number; maxConnections: number }) =>
        W.synced(userCount, maxConnections),
      ),
    ),
    resume: trpc.platform.resume.useMutation(told(() => W.resumed)),
    reactivate: trpc.platform.reactivate.useMutation(told(() => W.reactivated)),
  };
}
