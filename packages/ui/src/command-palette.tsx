"use client";
import { Command } from "cmdk";
import { type LucideIcon, Search } from "lucide-react";
import { Dialog as Radix } from "radix-ui";
import type { ReactNode } from "react";
import { Kbd } from "./kbd.tsx";
import { useLitItem } from "./use-lit-item.ts";

export type PaletteItem = Readonly<{
  id: string;
  label: string;
  hint?: ReactNode;
  icon?: LucideIcon;
  keys?: string;
  onSelect: () => void;
}>;
export type PaletteGroup = Readonly<{ label: string; items: readonly PaletteItem[] }>;

type CommandPaletteProps = {
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  text: string;
  onText: (text: string) => void;
  /** What the text already found: the palette shows all of it, in this order. */
  groups: readonly PaletteGroup[];
  isLoading?: boolean;
  placeholder?: string;
};

/** One field that finds pages, records and verbs, and goes there by keyboard. */
export function CommandPalette({ isOpen, onOpenChange, text, onText, groups, ...props }: CommandPaletteProps) {
  const [lit, setLit] = useLitItem(groups.flatMap((group) => group.items.map((item) => item.id)));
  const isEmpty = groups.every((group) => group.items.length === 0);
  const select = (item: PaletteItem) => {
    onOpenChange(false);
    item.onSelect();
  };
  return (
    <Radix.Root open={isOpen} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className="animate-fade fixed inset-0 z-50 bg-veil" />
        <Radix.Content
          aria-describedby={undefined}
          className="animate-pop fixed inset-x-0 top-0 z-50 mx-auto flex max-h-dvh w-full flex-col overflow-hidden border bg-raised shadow-xl sm:top-[12dvh] sm:max-h-[64dvh] sm:max-w-xl sm:rounded-xl"
        >
          <Radix.Title className="sr-only">Search</Radix.Title>
          <Command
            shouldFilter={false}
            label="Search"
            value={lit}
            onValueChange={setLit}
            className="flex min-h-0 flex-col"
          >
            <div className="flex items-center gap-3 border-b px-4">
              <Search aria-hidden className="size-4 shrink-0 text-faint" />
              <Command.Input
                autoFocus
                value={text}
                onValueChange={onText}
                placeholder={props.placeholder ?? "Search"}
                className="h-13 w-full bg-transparent text-base outline-none"
              />
              <Radix.Close className="shrink-0 rounded-md px-1 text-xs text-faint hover:text-ink">
                <span className="coarse:hidden">
                  <Kbd keys="Esc" />
                </span>
                <span className="hidden coarse:inline">Cancel</span>
              </Radix.Close>
            </div>
            <Command.List className="min-h-0 flex-1 overflow-y-auto overscroll-contain p-2">
              {isEmpty ? (
                <p className="px-2.5 py-8 text-center text-quiet">
                  {props.isLoading ? "Searching…" : `Nothing called “${text.trim()}”`}
                </p>
              ) : null}
              {groups.map((group) => (
                <PaletteGroupList key={group.label} group={group} onSelect={select} />
              ))}
            </Command.List>
          </Command>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

function PaletteGroupList({ group, onSelect }: { group: PaletteGroup; onSelect: (item: PaletteItem) => void }) {
  if (group.items.length === 0) return null;
  return (
    <Command.Group
      heading={group.label}
      className="[&_[cmdk-group-heading]]:px-2.5 [&_[cmdk-group-heading]]:pt-2 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:text-xs [&_[cmdk-group-heading]]:text-faint"
    >
      {group.items.map((item) => (
        <Command.Item
          key={item.id}
          value={item.id}
          onSelect={() => onSelect(item)}
          className="flex min-h-9 cursor-default select-none items-center gap-3 rounded-md px-2.5 py-1.5 data-[selected=true]:bg-hover coarse:min-h-12"
        >
          {item.icon ? <item.icon aria-hidden className="size-4 shrink-0 text-faint" /> : null}
          <span className="min-w-0 flex-1 truncate">{item.label}</span>
          {item.hint ? <span className="shrink-0 text-faint">{item.hint}</span> : null}
          {item.keys ? (
            <span className="text-faint coarse:hidden">
              <Kbd keys={item.keys} />
            </span>
          ) : null}
        </Command.Item>
      ))}
    </Command.Group>
  );
}
