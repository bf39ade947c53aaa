import type { Metadata } from "next";
import { ProductsPage } from "../../../features/product/index.ts";
import { Guarded } from "../guarded.tsx";

export const metadata: Metadata = { title: "Products" };

export default function Page() {
  return (
    <Guarded path="/products">
      <ProductsPage />
    </Guarded>
  );
}
