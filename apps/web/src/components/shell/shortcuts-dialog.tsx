"use client";
import { Dialog, Kbd } from "@storehouse/ui";
import type { NavigationLink } from "./navigation.ts";

type ShortcutsDialogProps = {
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  links: readonly NavigationLink[];
};

const ANYWHERE = [
  ["Search", "Ctrl K"],
  ["Find on this page", "/"],
  ["Book in, out or move", "n"],
  ["Widen or narrow the menu", "["],
  ["These shortcuts", "?"],
] as const;

const IN_TABLES = [
  ["Next row", "j"],
  ["Row before", "k"],
  ["Open the row", "Enter"],
  ["Select the row", "x"],
  ["Close what is open", "Esc"],
] as const;

/** Every key there is. */
export function ShortcutsDialog({ isOpen, onOpenChange, links }: ShortcutsDialogProps) {
  return (
    <Dialog isOpen={isOpen} onOpenChange={onOpenChange} title="Keyboard shortcuts" size="lg">
      <div className="grid gap-x-10 gap-y-6 pb-2 sm:grid-cols-2">
        <div className="space-y-6">
          <ShortcutList title="Anywhere" rows={ANYWHERE} />
          <ShortcutList title="In tables" rows={IN_TABLES} />
        </div>
        <ShortcutList title="Go to" rows={links.map((link) => [link.label, `g ${link.letter}`] as const)} />
      </div>
    </Dialog>
  );
}

function ShortcutList({ title, rows }: { title: string; rows: readonly (readonly [string, string])[] }) {
  return (
    <section>
      <h3 className="mb-1 text-xs text-faint">{title}</h3>
      <dl>
        {rows.map(([label, keys]) => (
          <div key={keys} className="flex h-9 items-center justify-between border-b last:border-0">
            <dt>{label}</dt>
            <dd className="text-quiet">
              <Kbd keys={keys} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
