import type { Permission } from "@storehouse/domain";
import { Check } from "lucide-react";
import { permissionGroups } from "../../components/permission-groups.ts";
import { t } from "../../language/t.ts";

/** What a role may do, to be read. */
export function PermissionList({ held }: { held: readonly Permission[] }) {
  const groups = permissionGroups()
    .map(({ title, permissions }) => ({
      title,
      held: permissions.filter(({ permission }) => held.includes(permission)),
    }))
    .filter((group) => group.held.length > 0);
  if (groups.length === 0) return <p className="text-quiet">{t("role.maySignInAndNothing")}</p>;
  return (
    <div className="space-y-5">
      {groups.map((group) => (
        <section key={group.title}>
          <h3 className="mb-1.5 text-xs font-semibold text-quiet">{group.title}</h3>
          <ul className="space-y-1.5">
            {group.held.map(({ permission, label }) => (
              <li key={permission} className="flex items-start gap-2.5">
                <Check aria-hidden className="mt-0.5 size-4 shrink-0 text-fine" />
                {label}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
