import type { Metadata } from "next";
import { SuppliersPage } from "../../../features/supplier/index.ts";
import { Guarded } from "../guarded.tsx";

export const metadata: Metadata = { title: "Suppliers" };

export default function Page() {
  return (
    <Guarded path="/suppliers">
      <SuppliersPage />
    </Guarded>
  );
}
