import type { Metadata } from "next";
import { ResetPage } from "../../features/session/index.ts";

export const metadata: Metadata = { title: "Choose your password", robots: { index: false } };

export default function Page() {
  return <ResetPage />;
}
