"use client";
import type { ApiKeyRow } from "@storehouse/domain";
import { Badge, Button, type Column, DataTable, EmptyState, toast } from "@storehouse/ui";
import { getQueryKey } from "@trpc/react-query";
import { KeyRound } from "lucide-react";
import type { ReactNode } from "react";
import { t } from "../../language/t.ts";
import { trpc } from "../../trpc/client.tsx";
import { usePages } from "../../trpc/use-pages.ts";
import { ExportMenu } from "../export/index.ts";
import { errorMessage, MomentText, useCan } from "../session/index.ts";
import { scopesText } from "./scope-words.ts";

const INPUT = { limit: 50 };

/** The factory's keys: what each may do, when it was last used, and the way to end it. */
export function KeyTable({ addButton }: { addButton: ReactNode }) {
  const can = useCan();
  const utils = trpc.useUtils();
  const pages = usePages<ApiKeyRow>(getQueryKey(trpc.apiKeys.list, INPUT, "infinite"), (after, signal) =>
    utils.client.apiKeys.list.query({ ...INPUT, ...(after ? { after } : {}) }, { signal }),
  );
  const revoke = trpc.apiKeys.revoke.useMutation({
    onSuccess: async () => {
      toast(t("program.keyEnded"));
      await utils.apiKeys.invalidate();
    },
    onError: (error) => toast(errorMessage(error), { meaning: "problem" }),
  });
  // There is no undo: a program that was cut off must be given a new key by hand.
  const end = (row: ApiKeyRow) => {
    if (window.confirm(t("program.endForGood", { name: row.name }))) revoke.mutate({ id: row.id });
  };
  const columns = [...COLUMNS, ...(can("apiKeys.revoke") ? [endColumn(end)] : [])];
  return (
    <DataTable
      {...pages}
      label={t("program.keys")}
      columns={columns}
      tools={(columns) => <ExportMenu seen={{ list: "apiKeys", filters: INPUT }} columns={columns} />}
      rowId={(row) => row.id}
      rowLabel={(row) => row.name}
      isQuiet={(row) => stateOf(row) !== "active"}
      isFiltered={false}
      empty={
        <EmptyState icon={KeyRound} title={t("program.noKeysYet")} text={t("program.aKeyLets")} actions={addButton} />
      }
    />
  );
}

const stateOf = ({ revokedAt, expiresAt }: ApiKeyRow): "active" | "ended" | "expired" =>
  revokedAt !== null ? "ended" : expiresAt !== null && new Date(expiresAt) <= new Date() ? "expired" : "active";

const COLUMNS: readonly Column<ApiKeyRow>[] = [
  {
    id: "name",
    get header() {
      return t("program.name");
    },
    isGrowing: true,
    width: 200,
    cell: (row) => (
      <>
        {row.name} <span className="tabular text-faint">…{row.ending}</span>
      </>
    ),
  },
  {
    id: "scopes",
    get header() {
      return t("program.may");
    },
    width: 260,
    cell: (row) => <span className="truncate">{scopesText(row.scopes)}</span>,
  },
  {
    id: "madeBy",
    get header() {
      return t("program.actsAs");
    },
    width: 150,
    cell: (row) => row.madeBy,
    onCard: "none",
  },
  {
    id: "used",
    get header() {
      return t("program.lastUsed");
    },
    width: 140,
    cell: (row) =>
      row.lastUsedAt ? <MomentText value={row.lastUsedAt} /> : <span className="text-faint">{t("program.never")}</span>,
  },
  {
    id: "ends",
    get header() {
      return t("program.ends");
    },
    width: 140,
    cell: (row) =>
      row.expiresAt ? <MomentText value={row.expiresAt} /> : <span className="text-faint">{t("program.never")}</span>,
    onCard: "none",
  },
];

function endColumn(end: (row: ApiKeyRow) => void): Column<ApiKeyRow> {
  return {
    id: "state",
    get header() {
      return t("program.state");
    },
    width: 130,
    onCard: "corner",
    cell: (row) => {
      const state = stateOf(row);
      if (state === "ended") return <Badge>{t("program.ended")}</Badge>;
      if (state === "expired") return <Badge meaning="attention">{t("program.expired")}</Badge>;
      return (
        <Button size="sm" aria-label={t("program.endTheKey", { name: row.name })} onClick={() => end(row)}>
          {t("program.end")}
        </Button>
      );
    },
  };
}
