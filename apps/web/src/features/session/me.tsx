"use client";
import type { Language, Me, Permission } from "@storehouse/domain";
import { FormatProvider } from "@storehouse/ui";
import { createContext, type ReactNode, use, useEffect } from "react";
import { rememberLanguage } from "../../language/cookie.ts";
import { translation } from "../../language/t.ts";
import { trpc } from "../../trpc/client.tsx";

const MeContext = createContext<Me | null>(null);

/** Gives the pages within who is signed in: at first as the server drew it, then kept fresh. */
export function MeProvider({ initial, children }: { initial: Me; children: ReactNode }) {
  const { data } = trpc.auth.me.useQuery(undefined, { initialData: initial, staleTime: 60_000 });
  useSpoken(data.language);
  return (
    <MeContext value={data}>
      <FormatProvider formats={data}>{children}</FormatProvider>
    </MeContext>
  );
}

// Chosen on another device, or before this one was signed in: the page is drawn anew, once.
function useSpoken(chosen: Language | null) {
  useEffect(() => {
    if (chosen !== null && chosen !== translation().language && rememberLanguage(chosen)) window.location.reload();
  }, [chosen]);
}

/** Who is signed in, and where. Only within the factory's pages. */
export function useMe(): Me {
  const me = use(MeContext);
  if (!me) throw new Error("useMe stands only under MeProvider");
  return me;
}

/** Whether the role of who is signed in allows something: what it does not allow is not offered. */
export function useCan(): (permission: Permission) => boolean {
  const { permissions } = useMe();
  return (permission) => permissions.includes(permission);
}
