"use client";
import type { RoleRow } from "@storehouse/domain";
import { ShieldCheck } from "lucide-react";
import { parseAsString, useQueryState } from "nuqs";
import { RecordList } from "../../components/record-list.tsx";
import { roleLabel } from "../../components/role-words.ts";
import { NEW, useListAddress } from "../../components/use-list-address.ts";
import { requestIdOf } from "../../trpc/failure-of.ts";
import { trpc } from "../../trpc/client.tsx";
import { ExportMenu } from "../export/index.ts";
import { errorMessage, useCan } from "../session/index.ts";
import { t } from "../../language/t.ts";
import { ROLE_COLUMNS, roleHint } from "./columns.tsx";
import { LockedRoleSheet } from "./locked-role-sheet.tsx";
import { RoleMatrix } from "./role-matrix.tsx";
import { RoleSheet } from "./role-sheet.tsx";

const matches = (row: RoleRow, wanted: string) =>
  `${roleLabel(row.name)} ${roleHint(row) ?? ""}`.toLowerCase().includes(wanted);

/** What people may do: the built-in roles, the factory's own, and all of them side by side. */
export function RolesPage() {
  const can = useCan();
  const address = useListAddress();
  // The role a new one is begun from.
  const [from, setFrom] = useQueryState("from", parseAsString);
  const roles = trpc.roles.list.useQuery({ isArchived: address.isArchived });
  const rows = (roles.data?.rows ?? []).filter((row) => matches(row, address.search.toLowerCase()));
  const isNew = address.openId === NEW;
  const open = trpc.roles.get.useQuery({ id: address.openId ?? "" }, { enabled: address.openId !== null && !isNew });
  const isLocked = (row: RoleRow) => row.isBuiltIn || !can("roles.update");
  const pattern = roles.data?.rows.find(({ id }) => id === from);
  const close = () => {
    address.close();
    void setFrom(null);
  };
  const copy = (row: RoleRow) => {
    void setFrom(row.id);
    address.open(NEW);
  };
  return (
    <RecordList
      title={t("role.roles")}
      hint={t("role.everybodyHasOneRoleMake")}
      icon={ShieldCheck}
      addLabel={can("roles.create") ? t("role.addARole") : undefined}
      emptyText={t("role.rolesThatAreArchivedStand")}
      columns={ROLE_COLUMNS}
      tools={(columns) => (
        <ExportMenu seen={{ list: "roles", filters: { isArchived: address.isArchived } }} columns={columns} />
      )}
      table={{
        rows,
        state: roles.isPending ? "loading" : roles.isError ? "error" : "ready",
        errorText: roles.isError ? errorMessage(roles.error) : undefined,
        requestId: requestIdOf(roles.error),
        onRetry: () => void roles.refetch(),
      }}
      address={address}
    >
      {rows.length > 0 ? <RoleMatrix rows={rows} onOpen={(row) => address.open(row.id)} /> : null}
      {isNew && can("roles.create") && (from === null || pattern) ? (
        <RoleSheet key={`new-${from}`} record={null} pattern={pattern ?? null} onClose={close} onCopy={copy} />
      ) : null}
      {!isNew && open.data && isLocked(open.data) ? (
        <LockedRoleSheet
          record={open.data}
          onClose={close}
          onCopy={can("roles.create") ? () => copy(open.data) : undefined}
        />
      ) : null}
      {!isNew && open.data && !isLocked(open.data) ? (
        <RoleSheet key={open.data.id} record={open.data} pattern={null} onClose={close} onCopy={copy} />
      ) : null}
    </RecordList>
  );
}
