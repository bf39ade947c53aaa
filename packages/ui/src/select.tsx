"use client";
import { Check, ChevronDown } from "lucide-react";
import { Select as Radix } from "radix-ui";
import type { Ref } from "react";
import { cn } from "./cn.ts";
import { useFieldWiring } from "./field.tsx";
import { say } from "./words.ts";

export type SelectOption<Value extends string = string> = Readonly<{ value: Value; label: string; hint?: string }>;

type SelectProps<Value extends string> = {
  options: readonly SelectOption<Value>[];
  value: Value | undefined;
  onChange: (value: Value) => void;
  onBlur?: () => void;
  placeholder?: string;
  /** Needed where no Field stands around it. */
  label?: string;
  isDisabled?: boolean;
  className?: string;
  ref?: Ref<HTMLButtonElement>;
};

/** One of a few known values. For many, or for those a server finds, use a Combobox. */
export function Select<Value extends string>({ options, value, onChange, ref, ...rest }: SelectProps<Value>) {
  const wiring = useFieldWiring();
  const choose = (next: string) => {
    const option = options.find((one) => one.value === next);
    if (option) onChange(option.value);
  };
  return (
    <Radix.Root value={value ?? ""} onValueChange={choose} disabled={rest.isDisabled ?? false}>
      <Radix.Trigger
        ref={ref}
        onBlur={rest.onBlur}
        {...wiring}
        aria-label={rest.label}
        className={cn(
          "control flex items-center justify-between gap-2 text-left data-[placeholder]:text-faint [&>span]:truncate",
          rest.className,
        )}
      >
        <Radix.Value placeholder={rest.placeholder ?? say("choose")} />
        <Radix.Icon>
          <ChevronDown aria-hidden className="size-4 shrink-0 text-faint" />
        </Radix.Icon>
      </Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          position="popper"
          sideOffset={4}
          collisionPadding={8}
          className="animate-pop z-50 max-h-(--radix-select-content-available-height) min-w-(--radix-select-trigger-width) overflow-hidden rounded-lg border bg-raised p-1 shadow-md"
        >
          <Radix.Viewport>
            {options.map((option) => (
              <Radix.Item
                key={option.value}
                value={option.value}
                {...(option.hint ? { "aria-labelledby": undefined } : {})}
                className="relative flex min-h-8 cursor-default select-none items-center rounded-md py-1.5 pr-8 pl-2.5 outline-none data-[highlighted]:bg-hover coarse:min-h-12"
              >
                <Radix.ItemText>{option.label}</Radix.ItemText>
                {option.hint ? <span className="ml-2 text-faint">{option.hint}</span> : null}
                <Radix.ItemIndicator className="absolute right-2.5">
                  <Check aria-hidden className="size-4 text-accent-ink" />
                </Radix.ItemIndicator>
              </Radix.Item>
            ))}
          </Radix.Viewport>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
