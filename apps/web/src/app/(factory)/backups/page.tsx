import type { Metadata } from "next";
import { BackupsPage } from "../../../features/backup/index.ts";
import { Guarded } from "../guarded.tsx";
import { t } from "../../../language/t.ts";

export const generateMetadata = (): Metadata => ({ title: t("page.backups") });

export default function Page() {
  return (
    <Guarded path="/backups">
      <BackupsPage />
    </Guarded>
  );
}
