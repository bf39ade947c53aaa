"use client";
import { Button } from "@storehouse/ui";
import { type FormEvent, useState } from "react";
import { CodeInput } from "../../components/code-input.tsx";
import { t } from "../../language/t.ts";

/** A code that is typed does what a scanned one does. */
export function CodeField({ onRead }: { onRead: (code: string) => void }) {
  const [text, setText] = useState("");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() !== "") onRead(text);
    setText("");
  };
  return (
    <form onSubmit={submit} className="flex gap-2">
      <CodeInput label={t("scan.scanOrType")} text={text} onText={setText} />
      <Button type="submit">{t("scan.take")}</Button>
    </form>
  );
}
