import type { Metadata } from "next";
import { SuppliersPage } from "../../../features/supplier/index.ts";

export const metadata: Metadata = { title: "Suppliers" };

export default function Page() {
  return <SuppliersPage />;
}
