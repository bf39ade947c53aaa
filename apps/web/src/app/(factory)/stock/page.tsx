import type { Metadata } from "next";
import { StockPage } from "../../../features/stock/index.ts";
import { Guarded } from "../guarded.tsx";

export const metadata: Metadata = { title: "Stock" };

export default function Page() {
  return (
    <Guarded path="/stock">
      <StockPage />
    </Guarded>
  );
}
