"use client";
import { deletableFrom, type FactoryPage, type RequestedWork } from "@storehouse/domain";
import { Button, Card, momentText } from "@storehouse/ui";
import { type ReactNode, useState } from "react";
import { trpc } from "../../trpc/client.tsx";
import { AskDialog } from "./ask-dialog.tsx";
import { DeleteDialog } from "./delete-dialog.tsx";
import { MoveDialog } from "./move-dialog.tsx";
import { useOperatorCan } from "./operator-me.tsx";
import { U } from "./upkeep-words.ts";

type Act = "move" | "password" | "archive" | "delete";
type CareCardProps = { factory: FactoryPage; work: readonly RequestedWork[] };

const KINDS = {
  move: "factory.move",
  password: "factory.rotatePassword",
  archive: "factory.archive",
  delete: "factory.delete",
} as const satisfies Record<Act, string>;

/** Moves a factory, changes its database password, and ends it: each says first what it will do. */
export function CareCard({ factory, work }: CareCardProps) {
  const can = useOperatorCan();
  const upkeep = trpc.platform.upkeep.useQuery();
  const [act, setAct] = useState<Act | null>(null);
  const close = () => setAct(null);
  const { state, archivedAt } = factory;
  const isOpen = (one: Act): boolean =>
    work.some(({ kind, state: at }) => kind === KINDS[one] && (at === "QUEUED" || at === "RUNNING"));
  const hasDatabase = state === "READY" || state === "SUSPENDED" || state === "ARCHIVED";
  const others = (upkeep.data?.servers ?? []).filter(({ name }) => name !== factory.serverName);
  const from = archivedAt === null ? null : deletableFrom(new Date(archivedAt));
  const isDeletable = factory.isDeletable;
  const button = (one: Act, words: string, isPossible: boolean) => (
    <Button disabled={!isPossible || isOpen(one)} isPending={isOpen(one)} onClick={() => setAct(one)}>
      {words}
    </Button>
  );
  if (!hasDatabase && state !== "MOVING") return null;
  return (
    <Card title={U.heading} hint={U.headingHint} isFlush>
      <ul className="border-t">
        {can("factories.move") ? (
          <Row name={U.moveName} hint={others.length > 0 ? U.moveHint(factory.serverName) : U.moveNone}>
            {button("move", U.move, hasDatabase && others.length > 0)}
          </Row>
        ) : null}
        {can("factories.rotatePassword") ? (
          <Row name={U.passwordName} hint={U.passwordHint}>
            {button("password", U.password, hasDatabase)}
          </Row>
        ) : null}
        {can("factories.archive") && state !== "ARCHIVED" ? (
          <Row name={U.archiveName} hint={U.archiveHint}>
            {button("archive", U.archive, hasDatabase)}
          </Row>
        ) : null}
        {can("factories.delete") ? (
          <Row name={U.removeName} hint={removeHint(from, isDeletable)}>
            {button("delete", U.remove, isDeletable)}
          </Row>
        ) : null}
      </ul>
      {act === "move" ? <MoveDialog factory={factory} servers={others} onClose={close} /> : null}
      {act === "password" ? <PasswordDialog factory={factory} onClose={close} /> : null}
      {act === "archive" ? <ArchiveDialog factory={factory} onClose={close} /> : null}
      {act === "delete" ? <DeleteDialog factory={factory} onClose={close} /> : null}
    </Card>
  );
}

function removeHint(from: Date | null, isDeletable: boolean): string {
  if (from === null) return U.removeFirst;
  return isDeletable ? U.removeReady : U.removeFrom(momentText(from));
}

function Row({ name, hint, children }: { name: string; hint: string; children: ReactNode }) {
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-b px-5 py-3 last:border-0">
      <div className="min-w-0 flex-1 basis-52">
        <p className="font-semibold">{name}</p>
        <p className="text-quiet">{hint}</p>
      </div>
      {children}
    </li>
  );
}

type AskProps = { factory: FactoryPage; onClose: () => void };

function PasswordDialog({ factory, onClose }: AskProps) {
  const utils = trpc.useUtils();
  const rotate = trpc.platform.rotatePassword.useMutation({ onSuccess: () => utils.platform.invalidate() });
  return (
    <AskDialog
      title={U.passwordTitle(factory.factoryName)}
      text={U.passwordText}
      verb={U.passwordNow}
      isPending={rotate.isPending}
      onAsk={(id) => rotate.mutateAsync({ id, factoryId: factory.id })}
      onClose={onClose}
    />
  );
}

function ArchiveDialog({ factory, onClose }: AskProps) {
  const utils = trpc.useUtils();
  const archive = trpc.platform.archiveFactory.useMutation({ onSuccess: () => utils.platform.invalidate() });
  return (
    <AskDialog
      title={U.archiveTitle(factory.factoryName)}
      text={U.archiveText}
      verb={U.archiveNow}
      isDanger
      isPending={archive.isPending}
      onAsk={(id) => archive.mutateAsync({ id, factoryId: factory.id })}
      onClose={onClose}
    />
  );
}
