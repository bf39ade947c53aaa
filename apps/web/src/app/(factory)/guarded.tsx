import { Button, EmptyState } from "@storehouse/ui";
import { Lock } from "lucide-react";
import type { ReactNode } from "react";
import { PageLink } from "../../components/page-link.tsx";
import { permissionOf } from "../../components/shell/navigation.ts";
import { currentMe } from "../../trpc/server.ts";
import { t } from "../../language/t.ts";

/** A page for those whose role includes it, decided before anything of it is drawn. `path` is where it stands. */
export async function Guarded({ path, children }: { path: string; children: ReactNode }) {
  const me = await currentMe();
  // Whoever is not signed in is sent to sign in by the layout.
  if (!me) return null;
  const permission = permissionOf(path);
  if (permission === undefined || me.permissions.includes(permission)) return children;
  return (
    <EmptyState
      isPage
      icon={Lock}
      title={t("page.yourRoleDoesNotInclude")}
      text={t("page.askAMasterOfYour")}
      actions={
        <Button asChild variant="primary">
          <PageLink href="/home">{t("page.goToHome")}</PageLink>
        </Button>
      }
    />
  );
}
