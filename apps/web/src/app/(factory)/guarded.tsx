import { Button, EmptyState } from "@storehouse/ui";
import { Lock } from "lucide-react";
import type { ReactNode } from "react";
import { PageLink } from "../../components/page-link.tsx";
import { permissionOf } from "../../components/shell/navigation.ts";
import { currentMe } from "../../trpc/server.ts";

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
      title="Your role does not include this"
      text="Ask a master of your factory if you need it."
      actions={
        <Button asChild variant="primary">
          <PageLink href="/home">Go to Home</PageLink>
        </Button>
      }
    />
  );
}
