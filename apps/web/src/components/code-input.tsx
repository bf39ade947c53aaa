"use client";
import { Input, useMediaQuery } from "@storehouse/ui";
import { ScanBarcode } from "lucide-react";
import { useEffect, useRef } from "react";

type CodeInputProps = { label: string; text: string; onText: (text: string) => void };

/** Where a code is typed, or a scanner types it. It holds the focus where that raises no keyboard over the page. */
export function CodeInput({ label, text, onText }: CodeInputProps) {
  return (
    <div className="min-w-0 flex-1">
      <Input
        ref={useFocusedField()}
        data-page-search
        aria-label={label}
        placeholder={label}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        maxLength={100}
        value={text}
        onChange={(event) => onText(event.target.value)}
        before={<ScanBarcode aria-hidden className="size-4" />}
      />
    </div>
  );
}

function useFocusedField() {
  const field = useRef<HTMLInputElement>(null);
  const hasPointer = useMediaQuery("(pointer: fine)");
  useEffect(() => {
    // Who is quicker than the page, with a menu open by now, keeps it.
    if (hasPointer && document.activeElement === document.body) field.current?.focus();
  }, [hasPointer]);
  return field;
}
