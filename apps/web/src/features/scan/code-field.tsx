"use client";
import { Button, Input, useMediaQuery } from "@storehouse/ui";
import { ScanBarcode } from "lucide-react";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { t } from "../../language/t.ts";

/** A code that is typed does what a scanned one does. It holds the focus where that raises no keyboard over the page. */
export function CodeField({ onRead }: { onRead: (code: string) => void }) {
  const [text, setText] = useState("");
  const field = useRef<HTMLInputElement>(null);
  const hasPointer = useMediaQuery("(pointer: fine)");
  useEffect(() => {
    if (hasPointer && document.activeElement === document.body) field.current?.focus();
  }, [hasPointer]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() !== "") onRead(text);
    setText("");
  };
  return (
    <form onSubmit={submit} className="flex gap-2">
      <div className="min-w-0 flex-1">
        <Input
          ref={field}
          data-page-search
          aria-label={t("scan.scanOrType")}
          placeholder={t("scan.scanOrType")}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          maxLength={100}
          value={text}
          onChange={(event) => setText(event.target.value)}
          before={<ScanBarcode aria-hidden className="size-4" />}
        />
      </div>
      <Button type="submit">{t("scan.take")}</Button>
    </form>
  );
}
