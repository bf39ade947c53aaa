"use client";
import { Check, type LucideIcon } from "lucide-react";
import { DropdownMenu as Radix } from "radix-ui";
import type { ComponentProps, ReactNode } from "react";
import { cn } from "./cn.ts";
import { Kbd } from "./kbd.tsx";

type MenuProps = {
  /** What opens it: one button. */
  trigger: ReactNode;
  align?: "start" | "center" | "end";
  side?: "top" | "right" | "bottom" | "left";
  isOpen?: boolean;
  onOpenChange?: (isOpen: boolean) => void;
  className?: string;
  children: ReactNode;
};

/** A list of verbs that opens from a button. */
export function Menu({
  trigger,
  align = "end",
  side = "bottom",
  isOpen,
  onOpenChange,
  className,
  children,
}: MenuProps) {
  return (
    <Radix.Root
      modal={false}
      {...(isOpen === undefined ? {} : { open: isOpen })}
      {...(onOpenChange === undefined ? {} : { onOpenChange })}
    >
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          align={align}
          side={side}
          sideOffset={6}
          collisionPadding={8}
          className={cn(
            "animate-pop z-50 max-h-(--radix-dropdown-menu-content-available-height) min-w-52 overflow-y-auto rounded-lg border bg-raised p-1 shadow-md",
            className,
          )}
        >
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

const ITEM =
  "flex min-h-8 cursor-default select-none items-center gap-2.5 rounded-md px-2.5 py-1.5 outline-none data-[disabled]:opacity-50 data-[highlighted]:bg-hover coarse:min-h-12 [&_svg]:size-4 [&_svg]:shrink-0";

type MenuItemProps = ComponentProps<typeof Radix.Item> & { icon?: LucideIcon; keys?: string; isDanger?: boolean };

/** One verb of a Menu. With `asChild` its one child is a link, and brings its own icon. */
export function MenuItem({ icon: Icon, keys, isDanger = false, className, children, ...props }: MenuItemProps) {
  const look = cn(ITEM, isDanger && "text-problem", className);
  if (props.asChild) {
    return (
      <Radix.Item className={look} {...props}>
        {children}
      </Radix.Item>
    );
  }
  return (
    <Radix.Item className={look} {...props}>
      {Icon ? <Icon aria-hidden className={isDanger ? "" : "text-faint"} /> : null}
      <span className="flex-1">{children}</span>
      {keys ? (
        <span className="ml-4 text-faint">
          <Kbd keys={keys} />
        </span>
      ) : null}
    </Radix.Item>
  );
}

/** An item of a Menu that can be on or off; the menu stays open. */
export function MenuCheckItem({ className, children, ...props }: ComponentProps<typeof Radix.CheckboxItem>) {
  return (
    <Radix.CheckboxItem className={cn(ITEM, "pr-8", className)} onSelect={(event) => event.preventDefault()} {...props}>
      <span className="flex-1">{children}</span>
      <Radix.ItemIndicator className="-mr-6">
        <Check aria-hidden className="text-accent-ink" />
      </Radix.ItemIndicator>
    </Radix.CheckboxItem>
  );
}

/** One of several in a Menu, of which one holds. */
export function MenuRadioGroup({ value, onChange, options }: RadioProps) {
  return (
    <Radix.RadioGroup value={value} onValueChange={onChange}>
      {options.map(({ value: key, label, icon: Icon }) => (
        <Radix.RadioItem
          key={key}
          value={key}
          className={cn(ITEM, "pr-8")}
          onSelect={(event) => event.preventDefault()}
        >
          {Icon ? <Icon aria-hidden className="text-faint" /> : null}
          <span className="flex-1">{label}</span>
          <Radix.ItemIndicator className="-mr-6">
            <Check aria-hidden className="text-accent-ink" />
          </Radix.ItemIndicator>
        </Radix.RadioItem>
      ))}
    </Radix.RadioGroup>
  );
}

type RadioProps = {
  value: string;
  onChange: (value: string) => void;
  options: readonly Readonly<{ value: string; label: string; icon?: LucideIcon }>[];
};

/** Names a group of a Menu's items. */
export function MenuLabel({ children }: { children: ReactNode }) {
  return <Radix.Label className="px-2.5 pt-2 pb-1 text-xs text-faint">{children}</Radix.Label>;
}

/** A line between two groups of a Menu. */
export function MenuLine() {
  return <Radix.Separator className="-mx-1 my-1 h-px bg-line" />;
}
