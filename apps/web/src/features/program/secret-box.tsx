import { Banner } from "@storehouse/ui";
import type { ReactNode } from "react";
import { CopyText } from "../../components/copy-text.tsx";

/** A webhook's secret, for the one time that it is shown. */
export function SecretBox({ secret, children }: { secret: string | null; children?: ReactNode }) {
  if (secret === null) {
    return (
      <Banner meaning="attention">
        This webhook was added before and its secret was shown then. If you don't have it, give it a new one.
      </Banner>
    );
  }
  return (
    <div className="space-y-3">
      <Banner meaning="attention">Copy the secret now: it is not shown again, and nobody can look it up.</Banner>
      <CopyText label="Secret" text={secret} isToRead />
      <p className="text-quiet">
        Your program checks with it that what it is told comes from here: what is signed, and how, is Standard Webhooks,
        for which most languages have a library. {children}
      </p>
    </div>
  );
}
