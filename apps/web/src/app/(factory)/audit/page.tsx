import type { Metadata } from "next";
import { AuditPage } from "../../../features/audit/index.ts";
import { Guarded } from "../guarded.tsx";
import { t } from "../../../language/t.ts";

export const generateMetadata = (): Metadata => ({ title: t("page.audit") });

export default function Page() {
  return (
    <Guarded path="/audit">
      <AuditPage />
    </Guarded>
  );
}
