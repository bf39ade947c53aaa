import type { Metadata } from "next";
import { MovementsPage } from "../../../../features/stock/index.ts";
import { Guarded } from "../../guarded.tsx";
import { t } from "../../../../language/t.ts";

export const generateMetadata = (): Metadata => ({ title: t("page.inAndOut") });

export default function Page() {
  return (
    <Guarded path="/stock/movements">
      <MovementsPage />
    </Guarded>
  );
}
