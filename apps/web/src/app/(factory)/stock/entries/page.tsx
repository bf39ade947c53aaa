import type { Metadata } from "next";
import { EntriesPage } from "../../../../features/entry/index.ts";
import { Guarded } from "../../guarded.tsx";
import { t } from "../../../../language/t.ts";

export const generateMetadata = (): Metadata => ({ title: t("page.entries") });

export default function Page() {
  return (
    <Guarded path="/stock/entries">
      <EntriesPage />
    </Guarded>
  );
}
