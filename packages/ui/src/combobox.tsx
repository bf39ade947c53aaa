"use client";
import { Command } from "cmdk";
import { Check, ChevronsUpDown, Plus, X } from "lucide-react";
import { Popover } from "radix-ui";
import { type KeyboardEvent, type ReactNode, type Ref, useId, useRef, useState } from "react";
import { cn } from "./cn.ts";
import { useFieldWiring } from "./field.tsx";
import { useHeld } from "./use-held.ts";
import { useLitItem } from "./use-lit-item.ts";
import { usePatientEnter } from "./use-patient-enter.ts";
import { say } from "./words.ts";

export type ComboboxOption = Readonly<{ value: string; label: string; hint?: ReactNode; keywords?: readonly string[] }>;

export type ComboboxProps<Option extends ComboboxOption = ComboboxOption> = {
  options: readonly Option[];
  value: string | null;
  /** Hands over the option as it was given: it may carry more than is shown. */
  onChange: (value: string | null, option: Option | null) => void;
  /** What stands for the value when it is not among the options, as when they are one search's answers. */
  valueLabel?: string | null | undefined;
  /** Given when a server does the finding: told what is typed, and the options are taken as its answer. */
  onSearch?: (text: string) => void;
  /** True while the options are not yet the answer to what is typed: Enter then waits for them. */
  isLoading?: boolean;
  /** Offered under the options with what was typed, when nothing is called just that. */
  onCreate?: (text: string) => void;
  createLabel?: (text: string) => string;
  placeholder?: string;
  searchPlaceholder?: string;
  emptyText?: string;
  isClearable?: boolean;
  isDisabled?: boolean;
  /** Needed where no Field stands around it. */
  label?: string;
  onBlur?: () => void;
  /** Told once the list has closed on a choice, in place of the focus coming back here: the next field takes it. */
  onChosen?: () => void;
  /** The list is there from the start: for what was pressed to choose. */
  isOpenAtFirst?: boolean;
  className?: string;
  ref?: Ref<HTMLButtonElement>;
};

/** One of many values, found by typing. Typing on the closed control opens it with that letter. */
export function Combobox<Option extends ComboboxOption>({ ref, ...props }: ComboboxProps<Option>) {
  const { options, value, onChange, onSearch, onBlur } = props;
  const [isOpen, setOpen] = useState(props.isOpenAtFirst ?? false);
  const [text, setText] = useState("");
  const wiring = useFieldWiring();
  const listId = useId();
  const chosen = options.find((option) => option.value === value);
  const shown = chosen?.label ?? props.valueLabel ?? (value === null ? undefined : value);

  const search = (next: string) => {
    setText(next);
    onSearch?.(next);
  };
  const isChosen = useRef(false);
  const toggle = (open: boolean) => {
    setOpen(open);
    if (open) isChosen.current = false;
    if (!open) {
      search("");
      onBlur?.();
    }
  };
  const choose = (option: Option | null) => {
    isChosen.current = option !== null;
    onChange(option?.value ?? null, option);
    toggle(false);
  };
  const typeToOpen = (event: KeyboardEvent) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      setOpen(true);
    }
    if (event.key.length === 1 && event.key !== " " && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      setOpen(true);
      search(event.key);
    }
  };

  return (
    <Popover.Root open={isOpen} onOpenChange={toggle}>
      <div className={cn("relative", props.className)}>
        <Popover.Trigger
          ref={ref}
          role="combobox"
          aria-expanded={isOpen}
          aria-haspopup="listbox"
          aria-controls={isOpen ? listId : undefined}
          {...wiring}
          aria-label={props.label}
          disabled={props.isDisabled}
          onKeyDown={typeToOpen}
          className="control flex items-center justify-between gap-2 text-left"
        >
          <span className={cn("truncate", shown === undefined && "text-faint")}>
            {shown ?? props.placeholder ?? say("choose")}
          </span>
          <ChevronsUpDown
            aria-hidden
            className={cn("size-4 shrink-0 text-faint", props.isClearable && value !== null && "invisible")}
          />
        </Popover.Trigger>
        {props.isClearable && value !== null && !props.isDisabled ? (
          <button
            type="button"
            aria-label={say("clear")}
            onClick={() => choose(null)}
            className="absolute inset-y-0 right-0 flex w-9 items-center justify-center text-faint hover:text-ink"
          >
            <X aria-hidden className="size-4" />
          </button>
        ) : null}
      </div>
      <Popover.Portal>
        <Popover.Content
          id={listId}
          aria-label={props.label ?? props.searchPlaceholder ?? say("options")}
          align="start"
          sideOffset={4}
          collisionPadding={8}
          onCloseAutoFocus={(event) => {
            if (!isChosen.current || props.onChosen === undefined) return;
            event.preventDefault();
            props.onChosen();
          }}
          className="animate-pop z-50 w-(--radix-popover-trigger-width) min-w-60 overflow-hidden rounded-lg border bg-raised shadow-md"
        >
          <ComboboxList {...props} text={text} onText={search} onChoose={choose} onDone={() => toggle(false)} />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

type ListProps<Option extends ComboboxOption> = Omit<ComboboxProps<Option>, "ref"> & {
  text: string;
  onText: (text: string) => void;
  onChoose: (option: Option) => void;
  onDone: () => void;
};

const ITEM =
  "flex min-h-9 cursor-default select-none items-center gap-2 rounded-md px-2.5 py-1.5 data-[selected=true]:bg-hover coarse:min-h-12";

function ComboboxList<Option extends ComboboxOption>({ text, onText, onChoose, onDone, ...props }: ListProps<Option>) {
  const typed = text.trim();
  const { held: options, hold } = useHeld(props.options);
  const isNew = typed !== "" && !options.some((option) => option.label.toLowerCase() === typed.toLowerCase());
  const create = props.onCreate;
  const newId = create && isNew ? [`create ${typed}`] : [];
  const [lit, setLit] = useLitItem([...options.map((option) => option.value), ...newId]);
  // Where the list itself finds, it also knows which of its items is first.
  const first = options[0];
  const waitForAnswer = usePatientEnter({
    text,
    isLoading: props.isLoading ?? false,
    onEnter: () => first && onChoose(first),
  });
  const lighting = props.onSearch === undefined ? {} : { value: lit, onValueChange: setLit };
  return (
    <Command shouldFilter={props.onSearch === undefined} label={props.label ?? say("options")} {...lighting}>
      <Command.Input
        autoFocus
        value={text}
        onValueChange={onText}
        onKeyDown={waitForAnswer}
        placeholder={props.searchPlaceholder ?? say("search")}
        className="h-control w-full border-b bg-transparent px-3 outline-none coarse:text-base"
      />
      <Command.List
        aria-busy={props.isLoading ?? false}
        onPointerDown={hold}
        className={cn("max-h-72 overflow-y-auto overscroll-contain p-1", props.isLoading && "opacity-60")}
      >
        {props.isLoading && options.length === 0 ? <p className="px-2.5 py-2 text-faint">{say("searching")}</p> : null}
        {!props.isLoading && !(create && isNew) ? (
          <Command.Empty className="px-2.5 py-2 text-faint">{props.emptyText ?? say("nothingFound")}</Command.Empty>
        ) : null}
        {options.map((option) => (
          <Command.Item
            key={option.value}
            value={option.value}
            keywords={[option.label, ...(option.keywords ?? [])]}
            onSelect={() => onChoose(option)}
            className={ITEM}
          >
            <span className="flex min-w-0 flex-1 items-center gap-2 max-sm:flex-col max-sm:items-stretch max-sm:gap-0">
              <span className="min-w-0 flex-1 truncate">{option.label}</span>
              {option.hint ? <span className="shrink-0 truncate text-faint max-sm:text-xs">{option.hint}</span> : null}
            </span>
            <Check
              aria-hidden
              className={cn("size-4 shrink-0 text-accent-ink", option.value !== props.value && "invisible")}
            />
          </Command.Item>
        ))}
        {create && isNew ? (
          <Command.Item
            forceMount
            value={`create ${typed}`}
            onSelect={() => {
              create(typed);
              onDone();
            }}
            className={cn(ITEM, "text-accent-ink")}
          >
            <Plus aria-hidden className="size-4" />
            <span className="truncate">{props.createLabel?.(typed) ?? say("create", { typed })}</span>
          </Command.Item>
        ) : null}
      </Command.List>
    </Command>
  );
}
