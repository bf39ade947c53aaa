import type { Metadata } from "next";
import { HomePage } from "../../../features/home/index.ts";
import { t } from "../../../language/t.ts";

export const generateMetadata = (): Metadata => ({ title: t("page.home") });

export default function Page() {
  return <HomePage />;
}
