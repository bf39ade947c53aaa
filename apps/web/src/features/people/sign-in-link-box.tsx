"use client";
import type { SignInLink } from "@storehouse/domain";
import { CopyText } from "../../components/copy-text.tsx";
import { QrCode } from "../../components/qr-code.tsx";
import { MomentText } from "../session/index.ts";

type SignInLinkBoxProps = { link: SignInLink; name: string };

/** A link that was just made, to hand on: as a picture for their phone, and to copy. It is not shown again. */
export function SignInLinkBox({ link, name }: SignInLinkBoxProps) {
  return (
    <div className="space-y-4 rounded-lg border bg-surface p-4" role="status">
      <div className="flex flex-wrap items-center gap-4">
        <QrCode text={link.url} label={`Sign-in link for ${name}, to scan`} />
        <div className="min-w-40 flex-1 space-y-2">
          <p className="font-semibold">Let {name} scan this, or send them the link.</p>
          <p className="text-quiet">
            They choose their own password and are in. It works once, until <MomentText value={link.expiresAt} />.
            Whoever has it can sign in as them, so give it to nobody else.
          </p>
        </div>
      </div>
      <CopyText label="Sign-in link" text={link.url} />
    </div>
  );
}
