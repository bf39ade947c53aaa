import { Banner } from "@storehouse/ui";
import type { ReactNode } from "react";
import { CopyText } from "../../components/copy-text.tsx";
import { t } from "../../language/t.ts";

/** A webhook's secret, for the one time that it is shown. */
export function SecretBox({ secret, children }: { secret: string | null; children?: ReactNode }) {
  if (secret === null) {
    return <Banner meaning="attention">{t("program.webhookAddedBefore")}</Banner>;
  }
  return (
    <div className="space-y-3">
      <Banner meaning="attention">{t("program.copyTheSecretNow")}</Banner>
      <CopyText label={t("program.secret")} text={secret} isToRead />
      <p className="text-quiet">
        {t("program.programChecks")} {children}
      </p>
    </div>
  );
}
