"use client";
import type { FactoryPage, OperatorCopyRow } from "@storehouse/domain";
import { Badge, Button, Card, type Meaning, momentText, ProgressBar, toast } from "@storehouse/ui";
import { useState } from "react";
import { trpc } from "../../trpc/client.tsx";
import { errorMessage } from "../session/index.ts";
import { useOperatorCan } from "./operator-me.tsx";
import { ReplaceDialog, type Replacing } from "./replace-dialog.tsx";
import { actorWords, W } from "./words.ts";

const MEANINGS: Readonly<Record<OperatorCopyRow["state"], Meaning | undefined>> = {
  AWAITING: "attention",
  REQUESTED: "progress",
  RESTORING: "progress",
  READY: "fine",
  SWITCHING: "progress",
  SWITCHED: "fine",
  DROPPING: "progress",
  DROPPED: undefined,
  FAILED: "problem",
};
const MOVING_MS = 1_000;
const STILL_MS = 10_000;
const MOVING: ReadonlySet<string> = new Set(["REQUESTED", "RESTORING", "SWITCHING", "DROPPING"]);
const CLOSABLE: ReadonlySet<string> = new Set(["AWAITING", "REQUESTED", "RESTORING", "READY"]);

/** A factory's side copies: where they stand, and the way to put one in its place. What is in them is not shown. */
export function CopiesCard({ factory }: { factory: Pick<FactoryPage, "id" | "dbName" | "factoryName"> }) {
  const { id: factoryId } = factory;
  const [replacing, setReplacing] = useState<Replacing | null>(null);
  const copies = trpc.platform.sideCopies.useQuery(
    { factoryId },
    { refetchInterval: ({ state: { data } }) => (data?.some((copy) => MOVING.has(copy.state)) ? MOVING_MS : STILL_MS) },
  );
  const rows = copies.data ?? [];
  return (
    <Card title={W.copies} isFlush>
      <p className="px-5 pb-4 text-quiet">{copies.data && rows.length === 0 ? W.noCopies : W.copiesHint}</p>
      <ul className="border-t empty:hidden">
        {rows.map((copy) => (
          <CopyItem key={copy.id} factoryId={factoryId} copy={copy} onReplace={setReplacing} />
        ))}
      </ul>
      {replacing ? <ReplaceDialog factory={factory} replacing={replacing} onClose={() => setReplacing(null)} /> : null}
    </Card>
  );
}

type CopyItemProps = { factoryId: string; copy: OperatorCopyRow; onReplace: (replacing: Replacing) => void };

function CopyItem({ factoryId, copy, onReplace }: CopyItemProps) {
  const at = momentText(new Date(copy.savedAt ?? copy.requestedAt));
  const isKnown = copy.step === "restoring" && copy.ofBytes !== null && copy.ofBytes > 0;
  return (
    <li className="space-y-2 border-b px-5 py-2.5 last:border-0">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <div className="min-w-0 flex-1 basis-48">
          <p>{at}</p>
          <p className="text-xs text-faint [overflow-wrap:anywhere]">{copy.reason ?? aboutOf(copy)}</p>
        </div>
        <Badge meaning={MEANINGS[copy.state]}>{W.copyState[copy.state]}</Badge>
        <CopyActs factoryId={factoryId} copy={copy} at={at} onReplace={onReplace} />
      </div>
      {MOVING.has(copy.state) ? (
        <ProgressBar
          label={W.copyState[copy.state]}
          {...(isKnown ? { done: Math.min(copy.bytes, copy.ofBytes ?? 0), total: copy.ofBytes ?? 0 } : {})}
        />
      ) : null}
    </li>
  );
}

function aboutOf({ kind, isForeign, requestedBy, approvedBy }: OperatorCopyRow): string {
  const parts = [
    isForeign ? `${W.copyKind[kind]} ${W.foreign}` : W.copyKind[kind],
    requestedBy === null ? null : W.by(actorWords(requestedBy)),
    approvedBy === null ? null : W.approvedBy(actorWords(approvedBy)),
  ];
  return parts.filter((part) => part !== null).join(", ");
}

function CopyActs({ factoryId, copy, at, onReplace }: CopyItemProps & { at: string }) {
  const can = useOperatorCan();
  const utils = trpc.useUtils();
  const close = trpc.platform.closeSideCopy.useMutation({
    onSuccess: async () => {
      toast(W.copyClosed);
      await utils.platform.sideCopies.invalidate();
    },
    onError: (error) => toast(errorMessage(error), { meaning: "problem" }),
  });
  if (!can("factories.restore") || !CLOSABLE.has(copy.state)) return null;
  const { id, requestedBy } = copy;
  const who = actorWords(requestedBy ?? "");
  return (
    <div className="flex gap-2">
      <Button
        size="sm"
        isPending={close.isPending}
        aria-label={W.closeCopyOf(at)}
        onClick={() => close.mutate({ factoryId, id })}
      >
        {W.closeCopy}
      </Button>
      {copy.state === "READY" ? (
        <Button size="sm" aria-label={W.switchToOf(at)} onClick={() => onReplace({ deed: "switchTo", id, who })}>
          {W.switchTo}
        </Button>
      ) : null}
      {copy.state === "AWAITING" ? (
        <Button size="sm" aria-label={W.approveOf(at)} onClick={() => onReplace({ deed: "approve", id, who })}>
          {W.approve}
        </Button>
      ) : null}
    </div>
  );
}
