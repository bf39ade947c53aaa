import type { Metadata } from "next";
import { StockPage } from "../../../features/stock/index.ts";
import { Guarded } from "../guarded.tsx";
import { t } from "../../../language/t.ts";

export const generateMetadata = (): Metadata => ({ title: t("page.stock") });

export default function Page() {
  return (
    <Guarded path="/stock">
      <StockPage />
    </Guarded>
  );
}
