"use client";
import { Tabs as Radix } from "radix-ui";
import type { ReactNode } from "react";

export type Tab = Readonly<{ id: string; label: string; count?: number; content: ReactNode }>;

type TabsProps = { label: string; tabs: readonly Tab[]; value: string; onChange: (id: string) => void };

/** Several views of one thing. Which one is open belongs in the URL, so its state is the caller's. */
export function Tabs({ label, tabs, value, onChange }: TabsProps) {
  return (
    <Radix.Root value={value} onValueChange={onChange}>
      <Radix.List aria-label={label} className="flex gap-5 overflow-x-auto border-b">
        {tabs.map((tab) => (
          <Radix.Trigger
            key={tab.id}
            value={tab.id}
            className="-mb-px flex h-10 shrink-0 items-center gap-2 border-transparent border-b-2 text-quiet transition-colors hover:text-ink focus-visible:outline-offset-[-2px] data-[state=active]:border-accent-ink data-[state=active]:font-semibold data-[state=active]:text-ink coarse:h-12"
          >
            {tab.label}
            {tab.count === undefined ? null : <span className="tabular text-xs text-faint">{tab.count}</span>}
          </Radix.Trigger>
        ))}
      </Radix.List>
      {tabs.map((tab) => (
        <Radix.Content key={tab.id} value={tab.id} className="pt-5 outline-none">
          {tab.content}
        </Radix.Content>
      ))}
    </Radix.Root>
  );
}
