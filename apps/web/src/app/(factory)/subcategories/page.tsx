import type { Metadata } from "next";
import { SubcategoriesPage } from "../../../features/subcategory/index.ts";
import { Guarded } from "../guarded.tsx";
import { t } from "../../../language/t.ts";

export const generateMetadata = (): Metadata => ({ title: t("page.subcategories") });

export default function Page() {
  return (
    <Guarded path="/subcategories">
      <SubcategoriesPage />
    </Guarded>
  );
}
