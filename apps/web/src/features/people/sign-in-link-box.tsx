"use client";
import type { SignInLink } from "@storehouse/domain";
import { CopyText } from "../../components/copy-text.tsx";
import { QrCode } from "../../components/qr-code.tsx";
import { MomentText } from "../session/index.ts";
import { t } from "../../language/t.ts";

type SignInLinkBoxProps = { link: SignInLink; name: string };

/** A link that was just made, to hand on: as a picture for their phone, and to copy. It is not shown again. */
export function SignInLinkBox({ link, name }: SignInLinkBoxProps) {
  return (
    <div className="space-y-4 rounded-lg border bg-surface p-4" role="status">
      <div className="flex flex-wrap items-center gap-4">
        <QrCode text={link.url} label={t("people.signInLinkForTo", { name })} />
        <div className="min-w-40 flex-1 space-y-2">
          <p className="font-semibold">{t("people.letScanThisOrSend", { name })}</p>
          <p className="text-quiet">
            {t.rich("people.howALinkWorks", { moment: () => <MomentText value={link.expiresAt} /> })}
          </p>
        </div>
      </div>
      <CopyText label={t("people.signInLink")} text={link.url} />
    </div>
  );
}
