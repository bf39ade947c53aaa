import { moduleOf, type Permission, rolesWith } from "@storehouse/domain";
import { Button, EmptyState } from "@storehouse/ui";
import { Lock } from "lucide-react";
import type { ReactNode } from "react";
import { MODULE_WORDS } from "../../components/module-words.ts";
import { PERMISSION_WORDS } from "../../components/permission-words.ts";
import { PageLink } from "../../components/page-link.tsx";
import { ROLE_WORDS } from "../../components/role-words.ts";
import { permissionOf } from "../../components/shell/navigation.ts";
import { currentMe } from "../../trpc/server.ts";
import { t } from "../../language/t.ts";

// Names what is lacked, and who has it.
function lackText(permission: Permission): string {
  const roles = rolesWith(permission).map((role) => ROLE_WORDS[role].label);
  const lacked = t("page.itTakes", { permission: PERMISSION_WORDS[permission], roles: roles.join(", ") });
  return `${lacked} ${t("page.askAMasterOfYour")}`;
}

/** A page for those whose role includes it, decided before anything of it is drawn. `path` is where it stands. */
export async function Guarded({ path, children }: { path: string; children: ReactNode }) {
  const me = await currentMe();
  // Whoever is not signed in is sent to sign in by the layout.
  if (!me) return null;
  const permission = permissionOf(path);
  if (permission === undefined || me.permissions.includes(permission)) return children;
  const part = moduleOf(permission);
  const isOff = part !== undefined && me.modulesOff.includes(part);
  return (
    <EmptyState
      isPage
      icon={Lock}
      title={isOff ? t("page.turnedOff", { module: MODULE_WORDS[part] }) : t("page.yourRoleDoesNotInclude")}
      text={isOff ? t("page.turnedOffText") : lackText(permission)}
      actions={
        <Button asChild variant="primary">
          <PageLink href="/home">{t("page.goToHome")}</PageLink>
        </Button>
      }
    />
  );
}
