"use client";
import { Input } from "@storehouse/ui";
import { Search, X } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { t } from "../language/t.ts";
import { useDebounced } from "./use-debounced.ts";

type SearchFieldProps = {
  /** What the list is searched for now, as the URL has it. */
  value: string;
  onChange: (value: string) => void;
  /** What can be searched, as "Search products". */
  label: string;
};

/** The search over a list: tells its value once typing rests. Takes the focus on / . */
export function SearchField({ value, onChange, label }: SearchFieldProps) {
  const [text, setText] = useState(value);
  const settled = useDebounced(text);
  const input = useRef<HTMLInputElement>(null);
  const told = useRef(value);

  useEffect(() => {
    if (settled === told.current) return;
    told.current = settled;
    onChange(settled);
  }, [settled, onChange]);

  // The URL changed by other means: Back, or "clear filters".
  useEffect(() => {
    if (value === told.current) return;
    told.current = value;
    setText(value);
  }, [value]);

  return (
    <div className="min-w-40 flex-1 sm:w-64 sm:flex-none">
      <Input
        ref={input}
        data-page-search
        type="text"
        role="searchbox"
        aria-label={label}
        placeholder={label}
        autoComplete="off"
        spellCheck={false}
        value={text}
        onChange={(event) => setText(event.target.value)}
        before={<Search aria-hidden className="size-4" />}
        after={
          text === "" ? undefined : (
            <button
              type="button"
              aria-label={t("common.clearSearch")}
              className="flex size-6 items-center justify-center rounded-sm hover:text-ink"
              onClick={() => {
                setText("");
                input.current?.focus();
              }}
            >
              <X aria-hidden className="size-4" />
            </button>
          )
        }
      />
    </div>
  );
}
