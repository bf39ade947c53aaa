import type { Metadata } from "next";
import { SubcategoriesPage } from "../../../features/subcategory/index.ts";

export const metadata: Metadata = { title: "Subcategories" };

export default function Page() {
  return <SubcategoriesPage />;
}
