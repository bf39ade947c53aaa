import type { Metadata } from "next";
import { ImportPage } from "../../../../features/import/index.ts";

export const metadata: Metadata = { title: "Import" };

export default function Page() {
  return <ImportPage />;
}
