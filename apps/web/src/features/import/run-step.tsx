"use client";
import type { ImportStatus } from "@storehouse/domain";
import { Banner, Button, buttonLook, Card, groupDigits, ProgressBar, toast } from "@storehouse/ui";
import { useEffect } from "react";
import { v7 as newId } from "uuid";
import { PageLink } from "../../components/page-link.tsx";
import { t } from "../../language/t.ts";
import { trpc } from "../../trpc/client.tsx";
import { UndoRefusal } from "./undo-refusal.tsx";

const POLL_MS = 400;

/** The last step: how far it has come, then what was made, with the way to undo it. */
export function RunStep({ id, onAgain }: { id: string; onAgain: () => void }) {
  const status = trpc.imports.status.useQuery(
    { id },
    { refetchInterval: (query) => (query.state.data?.state === "RUNNING" || !query.state.data ? POLL_MS : false) },
  );
  const utils = trpc.useUtils();
  const state = status.data?.state;
  // The list of earlier sheets was read while this one ran: it has moved on too.
  useEffect(() => {
    if (state !== undefined && state !== "RUNNING") void utils.imports.list.invalidate();
  }, [state, utils]);
  if (!status.data || state === undefined) return <Progress text={t("importing.starting")} />;
  const { done, total } = status.data;
  if (state === "RUNNING" || state === "UPLOADED") {
    return (
      <Progress
        text={t("importing.writing", { done: groupDigits(String(done)), total: groupDigits(String(total)) })}
        done={done}
        total={total}
      />
    );
  }
  if (state === "FAILED") {
    return (
      <Banner meaning="problem" action={<Button onClick={onAgain}>{t("importing.checkItAgain")}</Button>}>
        {t("importing.importStopped")} {status.data.error}
      </Banner>
    );
  }
  return <Result status={status.data} onAgain={onAgain} />;
}

function Progress({ text, ...of }: { text: string; done?: number; total?: number }) {
  return (
    <Card>
      <div className="space-y-3">
        <p aria-live="polite">{text}</p>
        <ProgressBar label={text} {...of} />
      </div>
    </Card>
  );
}

function Result({ status, onAgain }: { status: ImportStatus; onAgain: () => void }) {
  const utils = trpc.useUtils();
  const undo = trpc.imports.undo.useMutation();
  const takeBack = async () => {
    // Why it was refused stands below the buttons until it is tried again.
    const isUndone = await undo.mutateAsync({ id: status.id, clientId: newId() }).catch(() => null);
    if (isUndone === null) return;
    toast(t("importing.importUndone"));
    await Promise.all([utils.imports.invalidate(), utils.products.invalidate(), utils.inventory.invalidate()]);
  };
  if (status.state === "UNDONE") {
    return (
      <Banner meaning="attention" action={<Button onClick={onAgain}>{t("importing.importAnother")}</Button>}>
        {t("importing.thisWasUndone")}
      </Banner>
    );
  }
  const { created = 0, updated = 0, unchanged = 0, entries = 0 } = status.result ?? {};
  return (
    <Card>
      <div className="space-y-4">
        <Banner meaning="fine">
          {t("importing.doneCounted", {
            created: groupDigits(String(created)),
            updated: groupDigits(String(updated)),
            unchanged: groupDigits(String(unchanged)),
            entries: groupDigits(String(entries)),
          })}
        </Banner>
        <div className="flex flex-wrap gap-2">
          <PageLink href="/stock" className={buttonLook({ variant: "primary" })}>
            {t("importing.seeTheStock")}
          </PageLink>
          <PageLink href="/products" className={buttonLook({})}>
            {t("importing.seeTheProducts")}
          </PageLink>
          <Button variant="ghost" isPending={undo.isPending} onClick={() => void takeBack()}>
            {t("importing.undoThisImport")}
          </Button>
        </div>
        {undo.error ? <UndoRefusal error={undo.error} /> : null}
      </div>
    </Card>
  );
}
