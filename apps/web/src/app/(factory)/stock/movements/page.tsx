import type { Metadata } from "next";
import { MovementsPage } from "../../../../features/stock/index.ts";
import { Guarded } from "../../guarded.tsx";

export const metadata: Metadata = { title: "In and out" };

export default function Page() {
  return (
    <Guarded path="/stock/movements">
      <MovementsPage />
    </Guarded>
  );
}
