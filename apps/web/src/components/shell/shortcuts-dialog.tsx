"use client";
import { Dialog, Kbd } from "@storehouse/ui";
import { t } from "../../language/t.ts";
import type { NavigationLink } from "./navigation.ts";

type ShortcutsDialogProps = {
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  links: readonly NavigationLink[];
};

const ANYWHERE = [
  ["shell.search", "Ctrl K"],
  ["shell.findOnThisPage", "/"],
  ["shell.bookInOutOrMove", "n"],
  ["shell.widenOrNarrowTheMenu", "["],
  ["shell.theseShortcuts", "?"],
] as const;

const IN_TABLES = [
  ["shell.nextRow", "j"],
  ["shell.rowBefore", "k"],
  ["shell.openTheRow", "Enter"],
  ["shell.selectTheRow", "x"],
  ["shell.closeWhatIsOpen", "Esc"],
] as const;

/** Every key there is. */
export function ShortcutsDialog({ isOpen, onOpenChange, links }: ShortcutsDialogProps) {
  return (
    <Dialog isOpen={isOpen} onOpenChange={onOpenChange} title={t("shell.keyboardShortcuts")} size="lg">
      <div className="grid gap-x-10 gap-y-6 pb-2 sm:grid-cols-2">
        <div className="space-y-6">
          <ShortcutList title={t("shell.anywhere")} rows={ANYWHERE.map(([label, keys]) => [t(label), keys] as const)} />
          <ShortcutList
            title={t("shell.inTables")}
            rows={IN_TABLES.map(([label, keys]) => [t(label), keys] as const)}
          />
        </div>
        <ShortcutList title={t("shell.goTo")} rows={links.map((link) => [link.label, `g ${link.letter}`] as const)} />
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
