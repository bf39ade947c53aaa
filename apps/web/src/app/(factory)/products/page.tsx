import type { Metadata } from "next";
import { ProductsPage } from "../../../features/product/index.ts";
import { Guarded } from "../guarded.tsx";
import { t } from "../../../language/t.ts";

export const generateMetadata = (): Metadata => ({ title: t("page.products") });

export default function Page() {
  return (
    <Guarded path="/products">
      <ProductsPage />
    </Guarded>
  );
}
