"use client";
import { Banner, Button } from "@storehouse/ui";
import { Copy, Download } from "lucide-react";
import { useState } from "react";
import { saveFile } from "../../components/save-file.ts";

type RecoveryCodesProps = { codes: readonly string[]; login: string; onDone: () => void };

/** Recovery codes, for the one time they are shown: to copy, to save, to write down. */
export function RecoveryCodes({ codes, login, onDone }: RecoveryCodesProps) {
  const [isCopied, setCopied] = useState(false);
  const text = `Recovery codes of ${login} for Storehouse. Each works once.\n\n${codes.join("\n")}\n`;
  // Without https a browser refuses: the codes can still be selected by hand.
  const copy = () =>
    navigator.clipboard?.writeText(text).then(
      () => setCopied(true),
      () => undefined,
    );
  return (
    <div className="space-y-4">
      <Banner meaning="attention">
        Keep these where you will find them without your phone. Each signs you in once. They are not shown again.
      </Banner>
      <ul aria-label="Recovery codes" className="tabular grid gap-x-6 gap-y-1.5 rounded-lg border p-4 sm:grid-cols-2">
        {codes.map((code) => (
          <li key={code} className="font-mono text-sm">
            {code}
          </li>
        ))}
      </ul>
      <div className="flex flex-wrap gap-2">
        <Button onClick={() => void copy()}>
          <Copy aria-hidden />
          <span aria-live="polite">{isCopied ? "Copied" : "Copy"}</span>
        </Button>
        <Button
          onClick={() =>
            saveFile({ base64: btoa(text), fileName: "storehouse-recovery-codes.txt", mediaType: "text/plain" })
          }
        >
          <Download aria-hidden />
          Save as a file
        </Button>
        <Button variant="primary" className="ml-auto" onClick={onDone}>
          I have kept them
        </Button>
      </div>
    </div>
  );
}
