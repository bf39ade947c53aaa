import type { Metadata } from "next";
import { ProductsPage } from "../../../features/product/index.ts";

export const metadata: Metadata = { title: "Products" };

export default function Page() {
  return <ProductsPage />;
}
