"use client";
import { Banner, Button, Field, Input, Sheet, toast } from "@storehouse/ui";
import { Copy } from "lucide-react";
import { t } from "../../language/t.ts";

/** A key's token, for the one time that it is shown. */
export function NewToken({ token, onClose }: { token: string | null; onClose: () => void }) {
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(token ?? "");
      toast(t("common.copied"));
    } catch {
      // A browser may keep the clipboard to itself; the field is there to copy from by hand.
      toast(t("program.selectAndCopy"), { meaning: "attention" });
    }
  };
  return (
    <Sheet
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={t("program.yourNewKey")}
      footer={
        <Button variant="primary" onClick={onClose}>
          {t("program.iHaveKeptIt")}
        </Button>
      }
    >
      <div className="space-y-5">
        {token === null ? (
          <Banner meaning="attention">{t("program.keyMadeBefore")}</Banner>
        ) : (
          <>
            <Banner meaning="attention">{t("program.copyItNow")}</Banner>
            <Field label={t("program.key")}>
              <Input readOnly value={token} onFocus={(event) => event.target.select()} className="font-mono text-xs" />
            </Field>
            <Button onClick={() => void copy()}>
              <Copy aria-hidden />
              {t("common.copy")}
            </Button>
          </>
        )}
      </div>
    </Sheet>
  );
}
