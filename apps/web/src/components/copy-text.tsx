"use client";
import { Button } from "@storehouse/ui";
import { Check, Copy } from "lucide-react";
import { useState } from "react";
import { t } from "../language/t.ts";

type CopyTextProps = {
  label: string;
  text: string;
  /** Wraps it, so that all of it can be read off and typed elsewhere. */
  isToRead?: boolean;
};

const SAID_MS = 2_000;

/** A text to hand on: shown in full, selected by a press, copied by the button. */
export function CopyText({ label, text, isToRead = false }: CopyTextProps) {
  const [isCopied, setCopied] = useState(false);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      // Without https a browser refuses: the text can still be selected and copied by hand.
      return;
    }
    setCopied(true);
    setTimeout(() => setCopied(false), SAID_MS);
  };
  return (
    <div className="flex items-start gap-2">
      {isToRead ? (
        <textarea
          readOnly
          rows={2}
          aria-label={label}
          value={text}
          className="control h-auto min-w-0 flex-1 resize-none py-2 font-mono text-sm"
        />
      ) : (
        <input
          readOnly
          aria-label={label}
          value={text}
          onFocus={(event) => event.currentTarget.select()}
          className="control tabular min-w-0 flex-1 text-xs"
        />
      )}
      <Button onClick={() => void copy()}>
        {isCopied ? <Check aria-hidden /> : <Copy aria-hidden />}
        <span aria-live="polite">{isCopied ? t("common.copied") : t("common.copy")}</span>
      </Button>
    </div>
  );
}
