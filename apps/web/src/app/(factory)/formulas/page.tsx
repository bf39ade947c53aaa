import type { Metadata } from "next";
import { FormulasPage } from "../../../features/formula/index.ts";
import { Guarded } from "../guarded.tsx";

export const metadata: Metadata = { title: "Formulas" };

export default function Page() {
  return (
    <Guarded path="/formulas">
      <FormulasPage />
    </Guarded>
  );
}
