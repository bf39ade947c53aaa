"use client";
import { Menu, MenuItem, MenuLabel, MenuLine, MenuRadioGroup } from "@storehouse/ui";
import { Keyboard, LogOut, Monitor, Moon, Sun, User } from "lucide-react";
import { useTheme } from "next-themes";
import { PageLink } from "../page-link.tsx";
import { t } from "../../language/t.ts";

type PersonMenuProps = { name: string; username: string; role: string; onSignOut: () => void; onShortcuts: () => void };

const THEMES = [
  {
    value: "system",
    get label() {
      return t("shell.asThisDevice");
    },
    icon: Monitor,
  },
  {
    value: "light",
    get label() {
      return t("shell.light");
    },
    icon: Sun,
  },
  {
    value: "dark",
    get label() {
      return t("shell.dark");
    },
    icon: Moon,
  },
];

/** Who is signed in, by their name within the factory; profile, theme and the way out. */
export function PersonMenu({ name, username, role, onSignOut, onShortcuts }: PersonMenuProps) {
  const { theme, setTheme } = useTheme();
  return (
    <Menu
      trigger={
        <button
          type="button"
          aria-label={`${initials(name)}, ${name}`}
          className="flex size-9 items-center justify-center rounded-full bg-accent-soft text-xs font-semibold text-accent-ink coarse:size-10"
        >
          {initials(name)}
        </button>
      }
    >
      <div className="px-2.5 py-2">
        <p className="max-w-56 truncate font-semibold">{name}</p>
        <p className="text-xs text-faint">
          {username} · {role}
        </p>
      </div>
      <MenuLine />
      <MenuItem asChild>
        <PageLink href="/profile">
          <User aria-hidden className="text-faint" />
          {t("shell.yourProfile")}
        </PageLink>
      </MenuItem>
      <MenuItem icon={Keyboard} keys="?" onSelect={onShortcuts} className="coarse:hidden">
        {t("shell.keyboardShortcuts")}
      </MenuItem>
      <MenuLine />
      <MenuLabel>{t("shell.theme")}</MenuLabel>
      <MenuRadioGroup value={theme ?? "system"} onChange={setTheme} options={THEMES} />
      <MenuLine />
      <MenuItem icon={LogOut} onSelect={onSignOut}>
        {t("shell.signOut")}
      </MenuItem>
    </Menu>
  );
}

const initials = (name: string) =>
  name
    .split(/\s+/)
    .map((word) => Array.from(word)[0] ?? "")
    .filter((letter, at, all) => at === 0 || at === all.length - 1)
    .join("")
    .toUpperCase();
