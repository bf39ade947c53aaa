import type { Metadata } from "next";
import { RegisterPage } from "../../features/registration/index.ts";
import { t } from "../../language/t.ts";

export const generateMetadata = (): Metadata => ({ title: t("page.startYourFactory") });

export default function Page() {
  return <RegisterPage />;
}
