import type { Metadata } from "next";
import { SubcategoriesPage } from "../../../features/subcategory/index.ts";
import { Guarded } from "../guarded.tsx";

export const metadata: Metadata = { title: "Subcategories" };

export default function Page() {
  return (
    <Guarded path="/subcategories">
      <SubcategoriesPage />
    </Guarded>
  );
}
