"use client";
import { Banner, Button } from "@storehouse/ui";
import { Copy, Download } from "lucide-react";
import { useState } from "react";
import { t } from "../../language/t.ts";
import { saveFile } from "../../components/save-file.ts";

type RecoveryCodesProps = { codes: readonly string[]; login: string; onDone: () => void };

/** Recovery codes, for the one time they are shown: to copy, to save, to write down. */
export function RecoveryCodes({ codes, login, onDone }: RecoveryCodesProps) {
  const [isCopied, setCopied] = useState(false);
  const text = `${t("profile.fileOfCodes", { login })}\n\n${codes.join("\n")}\n`;
  // Without https a browser refuses: the codes can still be selected by hand.
  const copy = () =>
    navigator.clipboard?.writeText(text).then(
      () => setCopied(true),
      () => undefined,
    );
  return (
    <div className="space-y-4">
      <Banner meaning="attention">{t("profile.keepTheseWhereYouWill")}</Banner>
      <ul
        aria-label={t("profile.recoveryCodes")}
        className="tabular grid gap-x-6 gap-y-1.5 rounded-lg border p-4 sm:grid-cols-2"
      >
        {codes.map((code) => (
          <li key={code} className="font-mono text-sm">
            {code}
          </li>
        ))}
      </ul>
      <div className="flex flex-wrap gap-2">
        <Button onClick={() => void copy()}>
          <Copy aria-hidden />
          <span aria-live="polite">{isCopied ? t("common.copied") : t("common.copy")}</span>
        </Button>
        <Button
          onClick={() =>
            saveFile({
              base64: btoa(String.fromCodePoint(...new TextEncoder().encode(text))),
              fileName: "storehouse-recovery-codes.txt",
              mediaType: "text/plain",
            })
          }
        >
          <Download aria-hidden />
          {t("profile.saveAsAFile")}
        </Button>
        <Button variant="primary" className="ml-auto" onClick={onDone}>
          {t("profile.iHaveKeptThem")}
        </Button>
      </div>
    </div>
  );
}
