import type { RoleRow } from "@storehouse/domain";
import { Card } from "@storehouse/ui";
import { Check } from "lucide-react";
import { permissionGroups, type PermissionGroup } from "../../components/permission-groups.ts";
import { roleLabel } from "../../components/role-words.ts";
import { t } from "../../language/t.ts";

type RoleMatrixProps = { rows: readonly RoleRow[]; onOpen: (row: RoleRow) => void };

/** All roles side by side: what each may do, by what it is about. Wider than the screen, it moves under its first column. */
export function RoleMatrix({ rows, onOpen }: RoleMatrixProps) {
  return (
    <Card title={t("role.whoMayDoWhat")} hint={t("role.eachLineIsSomethingPeople")} isFlush>
      <div className="relative overflow-x-auto border-t">
        <table className="w-full border-separate border-spacing-0">
          <thead>
            <tr>
              <th
                scope="col"
                className="sticky left-0 z-10 min-w-40 border-b bg-surface px-5 py-2 text-left sm:min-w-72"
              >
                <span className="sr-only">{t("role.may")}</span>
              </th>
              {rows.map((row) => (
                <th key={row.id} scope="col" className="max-w-36 min-w-24 border-b px-1 py-1 text-center">
                  <button
                    type="button"
                    onClick={() => onOpen(row)}
                    title={roleLabel(row.name)}
                    className="w-full truncate rounded-md px-2 py-1.5 font-semibold hover:bg-hover coarse:min-h-12"
                  >
                    {roleLabel(row.name)}
                  </button>
                </th>
              ))}
            </tr>
          </thead>
          {permissionGroups().map((group) => (
            <GroupRows key={group.title} group={group} rows={rows} />
          ))}
        </table>
      </div>
    </Card>
  );
}

function GroupRows({ group, rows }: { group: PermissionGroup; rows: readonly RoleRow[] }) {
  return (
    <tbody>
      <tr>
        <th
          scope="rowgroup"
          className="sticky left-0 z-10 border-b bg-sunken px-5 py-1.5 text-left text-xs font-semibold text-quiet"
        >
          {group.title}
        </th>
        <td colSpan={rows.length} className="border-b bg-sunken" />
      </tr>
      {group.permissions.map(({ permission, label }) => (
        <tr key={permission} className="group">
          <th
            scope="row"
            className="sticky left-0 z-10 border-b bg-surface px-5 py-2 text-left font-normal group-hover:bg-hover"
          >
            {label}
          </th>
          {rows.map((row) => (
            <td key={row.id} className="border-b py-2 text-center group-hover:bg-hover">
              {row.permissions.includes(permission) ? (
                <>
                  <Check aria-hidden className="mx-auto size-4 text-fine" />
                  <span className="sr-only">{t("role.yes")}</span>
                </>
              ) : (
                <span className="text-faint">
                  <span aria-hidden>–</span>
                  <span className="sr-only">{t("role.no")}</span>
                </span>
              )}
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  );
}
