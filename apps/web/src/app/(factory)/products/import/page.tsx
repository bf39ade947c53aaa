import type { Metadata } from "next";
import { ImportPage } from "../../../../features/import/index.ts";
import { Guarded } from "../../guarded.tsx";
import { t } from "../../../../language/t.ts";

export const generateMetadata = (): Metadata => ({ title: t("page.import") });

export default function Page() {
  return (
    <Guarded path="/products/import">
      <ImportPage />
    </Guarded>
  );
}
