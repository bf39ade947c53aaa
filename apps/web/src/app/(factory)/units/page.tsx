import type { Metadata } from "next";
import { UnitsPage } from "../../../features/unit/index.ts";

export const metadata: Metadata = { title: "Units" };

export default function Page() {
  return <UnitsPage />;
}
