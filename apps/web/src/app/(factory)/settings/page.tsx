import type { Metadata } from "next";
import { SettingsPage } from "../../../features/settings/index.ts";
import { Guarded } from "../guarded.tsx";
import { t } from "../../../language/t.ts";

export const generateMetadata = (): Metadata => ({ title: t("page.settings") });

export default function Page() {
  return (
    <Guarded path="/settings">
      <SettingsPage />
    </Guarded>
  );
}
