import type { Metadata } from "next";
import { ProfilePage } from "../../../features/profile/index.ts";
import { t } from "../../../language/t.ts";

export const generateMetadata = (): Metadata => ({ title: t("page.yourProfile") });

export default function Page() {
  return <ProfilePage />;
}
