import type { Metadata } from "next";
import { ResetPage } from "../../features/session/index.ts";
import { t } from "../../language/t.ts";

export const generateMetadata = (): Metadata => ({ title: t("page.chooseYourPassword"), robots: { index: false } });

export default function Page() {
  return <ResetPage />;
}
