import type { Metadata } from "next";
import { EntriesPage } from "../../../../features/entry/index.ts";
import { Guarded } from "../../guarded.tsx";

export const metadata: Metadata = { title: "Entries" };

export default function Page() {
  return (
    <Guarded path="/stock/entries">
      <EntriesPage />
    </Guarded>
  );
}
