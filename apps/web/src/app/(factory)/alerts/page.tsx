import type { Metadata } from "next";
import { AlertsPage } from "../../../features/alert/index.ts";
import { Guarded } from "../guarded.tsx";
import { t } from "../../../language/t.ts";

export const generateMetadata = (): Metadata => ({ title: t("page.alerts") });

export default function Page() {
  return (
    <Guarded path="/alerts">
      <AlertsPage />
    </Guarded>
  );
}
