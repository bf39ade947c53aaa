"use client";
import type { Me } from "@storehouse/domain";
import { usePathname } from "next/navigation";
import { type ReactNode, useState } from "react";
import { BOOKING_VERBS } from "../../components/booking-verbs.ts";
import { roleLabel } from "../../components/role-words.ts";
import {
  BottomBar,
  ConnectionBanner,
  NAVIGATION,
  PersonMenu,
  QuickAdd,
  Rail,
  ShellContext,
  ShortcutsDialog,
  TopLine,
} from "../../components/shell/index.ts";
import { TrpcProvider, trpc } from "../../trpc/client.tsx";
import { useIsDisconnected } from "../../trpc/connection.ts";
import { LiveChanges } from "../../trpc/live/live-changes.tsx";
import { useIsSessionLost } from "../../trpc/session-loss.ts";
import { t } from "../../language/t.ts";
import { FactoryClosed } from "./factory-closed.tsx";
import { MeProvider, useCan, useMe } from "./me.tsx";
import { SignInAgain } from "./sign-in-again.tsx";
import { SupportBanner, SupportOver } from "./support-banner.tsx";
import { useAppKeys } from "./use-app-keys.ts";
import { useRail } from "./use-rail.ts";

type AppShellProps = { me: Me; bell: ReactNode; search: ReactNode; children: ReactNode };

/** Everything round a factory's page. Keyed by factory and user: nothing of one is left when another signs in. */
export function AppShell({ me, children, ...slots }: AppShellProps) {
  return (
    <TrpcProvider key={`${me.dbName}/${me.userId}`}>
      <LiveChanges name={`${me.dbName}/${me.userId}`} />
      <MeProvider initial={me}>
        <Shell {...slots}>{children}</Shell>
      </MeProvider>
    </TrpcProvider>
  );
}

function Shell({ bell, search, children }: Omit<AppShellProps, "me">) {
  const me = useMe();
  const can = useCan();
  const path = usePathname();
  const rail = useRail();
  const [open, setOpen] = useState<"search" | "keys" | "add" | null>(null);
  const links = NAVIGATION.filter((link) => can(link.permission));
  const kinds = BOOKING_VERBS.filter((verb) => can(verb.permission)).map((verb) => verb.kind);
  const signOut = useSignOut();
  const title = links.find((link) => link.href === path && path !== "/home")?.label;
  const show = (what: "search" | "keys" | "add", isOpen: boolean) => setOpen(isOpen ? what : null);
  useAppKeys({ links, onToggleRail: rail.toggle, onOpen: (what) => show(what, true) });

  return (
    <div className={me.support ? "flex min-h-dvh [--lead:48px]" : "flex min-h-dvh"}>
      <a
        href="#content"
        className="fixed top-2 left-2 z-60 -translate-y-20 rounded-md bg-accent px-3 py-2 text-on-accent focus:translate-y-0"
      >
        {t("session.skipToThePage")}
      </a>
      <Rail links={links} path={path} isCollapsed={rail.isCollapsed} onToggle={rail.toggle} />
      <div className="flex min-w-0 flex-1 flex-col">
        <SupportBanner />
        <ConnectionBanner isDisconnected={useIsDisconnected()} />
        <TopLine
          factoryName={me.factoryName}
          title={title}
          onSearch={() => show("search", true)}
          quickAdd={<QuickAdd kinds={kinds} isOpen={open === "add"} onOpenChange={(is) => show("add", is)} />}
          bell={bell}
          person={
            me.support ? null : (
              <PersonMenu
                name={me.name}
                username={me.username}
                role={[roleLabel(me.roleName), ...(me.places ?? [])].join(" · ")}
                onSignOut={signOut}
                onShortcuts={() => show("keys", true)}
              />
            )
          }
        />
        <main
          id="content"
          tabIndex={-1}
          data-titled={title ? "" : undefined}
          className="group/page min-w-0 flex-1 px-4 pt-5 pb-[calc(var(--bar)+24px)] outline-none md:px-6"
        >
          {children}
        </main>
      </div>
      <ThumbBar links={links} path={path} factoryName={me.factoryName} kinds={kinds} />
      <ShellContext
        value={{
          isSearchOpen: open === "search",
          showSearch: (is) => show("search", is),
          links,
          showKeys: () => show("keys", true),
          signOut,
        }}
      >
        {search}
      </ShellContext>
      <ShortcutsDialog isOpen={open === "keys"} onOpenChange={(is) => show("keys", is)} links={links} />
      <FactoryClosed />
      <SupportOver />
      <SignInAgain isOpen={useIsSessionLost()} />
    </div>
  );
}

type ThumbBarProps = Omit<Parameters<typeof BottomBar>[0], "quickAdd"> & Pick<Parameters<typeof QuickAdd>[0], "kinds">;

function ThumbBar({ kinds, ...props }: ThumbBarProps) {
  const [isOpen, setOpen] = useState(false);
  return <BottomBar {...props} quickAdd={<QuickAdd kinds={kinds} isOpen={isOpen} onOpenChange={setOpen} isThumb />} />;
}

// A full load, so that nothing of this person's stays in memory.
function useSignOut() {
  const leave = () => window.location.assign("/login");
  const logout = trpc.auth.logout.useMutation({ onSettled: leave });
  return () => logout.mutate();
}
