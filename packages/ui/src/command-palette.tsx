"use client";
import { Command } from "cmdk";
import { ChevronLeft, ChevronRight, type LucideIcon, Search } from "lucide-react";
import { Dialog as Radix } from "radix-ui";
import type { KeyboardEvent, ReactNode } from "react";
import { Kbd } from "./kbd.tsx";
import { useLitItem } from "./use-lit-item.ts";
import { usePatientEnter } from "./use-patient-enter.ts";
import { say } from "./words.ts";

export type PaletteItem = Readonly<{
  id: string;
  label: string;
  hint?: ReactNode;
  icon?: LucideIcon;
  keys?: string;
  /** It leads on to more items: the palette stays open. */
  hasMore?: boolean;
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
  /** True while the groups are not yet the answer to the text: Enter then waits for it. */
  isLoading?: boolean;
  placeholder?: string;
  /** The item that the groups are about, and the way back from it: Esc, or Backspace in the empty field. */
  scope?: Readonly<{ label: string; onLeave: () => void }> | undefined;
};

/** One field that finds pages, records and verbs, and goes there by keyboard. */
export function CommandPalette({ isOpen, onOpenChange, scope, ...props }: CommandPaletteProps) {
  return (
    <Radix.Root open={isOpen} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className="animate-fade fixed inset-0 z-50 bg-veil" />
        <Radix.Content
          aria-describedby={undefined}
          onEscapeKeyDown={(event) => {
            if (!scope) return;
            event.preventDefault();
            scope.onLeave();
          }}
          className="animate-pop fixed inset-x-0 top-0 z-50 mx-auto flex max-h-dvh w-full flex-col overflow-hidden border bg-raised shadow-xl sm:top-[12dvh] sm:max-h-[64dvh] sm:max-w-xl sm:rounded-xl"
        >
          <Radix.Title className="sr-only">{say("search")}</Radix.Title>
          <Palette {...props} scope={scope} onClose={() => onOpenChange(false)} />
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

type PaletteProps = Omit<CommandPaletteProps, "isOpen" | "onOpenChange"> & { onClose: () => void };

function Palette({ text, onText, groups, isLoading = false, scope, placeholder, onClose }: PaletteProps) {
  const items = groups.flatMap((group) => group.items);
  const [lit, setLit] = useLitItem(items.map((item) => item.id));
  const select = (item: PaletteItem) => {
    if (!item.hasMore) onClose();
    item.onSelect();
  };
  const waitWithEnter = usePatientEnter({
    text,
    isLoading: isLoading && items.length === 0,
    onEnter: () => items[0] && select(items[0]),
  });
  const leaveOnBackspace = (event: KeyboardEvent) => {
    if (event.key === "Backspace" && text === "") scope?.onLeave();
  };
  return (
    <Command
      shouldFilter={false}
      label={say("search")}
      value={lit}
      onValueChange={setLit}
      className="flex min-h-0 flex-col"
    >
      <div className="flex items-center gap-3 border-b px-4">
        {scope ? <Scope {...scope} /> : <Search aria-hidden className="size-4 shrink-0 text-faint" />}
        <Command.Input
          autoFocus
          value={text}
          maxLength={100}
          onValueChange={onText}
          onKeyDown={leaveOnBackspace}
          onKeyDownCapture={waitWithEnter}
          placeholder={placeholder ?? say("search")}
          className="h-13 w-full min-w-0 flex-1 bg-transparent text-base outline-none"
        />
        <Radix.Close className="shrink-0 rounded-md px-1 text-xs text-faint hover:text-ink coarse:min-h-11 coarse:text-sm">
          <span className="coarse:hidden">
            <Kbd keys="Esc" />
          </span>
          <span className="hidden coarse:inline">{say("cancel")}</span>
        </Radix.Close>
      </div>
      <Command.List className="min-h-0 flex-1 overflow-y-auto overscroll-contain p-2">
        {items.length === 0 ? (
          <p className="px-2.5 py-8 text-center text-quiet [overflow-wrap:anywhere]">
            {isLoading ? say("searching") : say("nothingCalled", { text: text.trim() })}
          </p>
        ) : null}
        {groups.map((group) => (
          <PaletteGroupList key={group.label} group={group} onSelect={select} />
        ))}
      </Command.List>
    </Command>
  );
}

function Scope({ label, onLeave }: { label: string; onLeave: () => void }) {
  return (
    <button
      type="button"
      aria-label={say("backFrom", { label })}
      onClick={onLeave}
      className="-ml-2 flex h-8 min-w-0 max-w-[55%] items-center gap-1 rounded-md bg-accent-soft pr-2.5 pl-1 text-accent-ink coarse:h-11"
    >
      <ChevronLeft aria-hidden className="size-4 shrink-0" />
      <span className="truncate">{label}</span>
    </button>
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
          {item.hint ? <span className="max-w-[45%] shrink-0 truncate text-faint">{item.hint}</span> : null}
          {item.keys ? (
            <span className="text-faint coarse:hidden">
              <Kbd keys={item.keys} />
            </span>
          ) : null}
          {item.hasMore ? <ChevronRight aria-hidden className="-mr-1 size-4 shrink-0 text-faint" /> : null}
        </Command.Item>
      ))}
    </Command.Group>
  );
}
