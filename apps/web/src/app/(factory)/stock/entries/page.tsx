import type { Metadata } from "next";
import { EntriesPage } from "../../../../features/entry/index.ts";

export const metadata: Metadata = { title: "Entries" };

export default function Page() {
  return <EntriesPage />;
}
