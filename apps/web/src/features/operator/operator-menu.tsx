"use client";
import { Menu, MenuItem, MenuLabel, MenuLine, MenuRadioGroup } from "@storehouse/ui";
import { CircleUser, Laptop, LogOut, Monitor, Moon, Sun } from "lucide-react";
import { useTheme } from "next-themes";
import { PageLink } from "../../components/page-link.tsx";
import { trpc } from "../../trpc/client.tsx";
import { useOperatorMe } from "./operator-me.tsx";
import { W } from "./words.ts";

const THEMES = [
  { value: "system", label: W.system, icon: Monitor },
  { value: "light", label: W.light, icon: Sun },
  { value: "dark", label: W.dark, icon: Moon },
];

/** Who is signed in to the console: their sessions, the theme and the way out. */
export function OperatorMenu() {
  const { name, username, role } = useOperatorMe();
  const { theme, setTheme } = useTheme();
  // A full load, so that nothing of this person's stays in memory.
  const leave = () => window.location.assign("/operator/login");
  const logout = trpc.platform.logout.useMutation({ onSettled: leave });
  return (
    <Menu
      trigger={
        <button
          type="button"
          aria-label={W.personMenu(name)}
          className="flex size-9 items-center justify-center rounded-full bg-accent-soft text-accent-ink coarse:size-11"
        >
          <CircleUser aria-hidden className="size-5" />
        </button>
      }
    >
      <div className="px-2.5 py-2">
        <p className="max-w-56 truncate font-semibold">{name}</p>
        <p className="text-xs text-faint">
          {username} · {W.role[role]}
        </p>
      </div>
      <MenuLine />
      <MenuItem asChild>
        <PageLink href="/operator/account">
          <Laptop aria-hidden className="text-faint" />
          {W.account}
        </PageLink>
      </MenuItem>
      <MenuLine />
      <MenuLabel>{W.theme}</MenuLabel>
      <MenuRadioGroup value={theme ?? "system"} onChange={setTheme} options={THEMES} />
      <MenuLine />
      <MenuItem icon={LogOut} onSelect={() => logout.mutate()}>
        {W.signOut}
      </MenuItem>
    </Menu>
  );
}
