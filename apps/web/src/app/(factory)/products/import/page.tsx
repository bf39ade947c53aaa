import type { Metadata } from "next";
import { ImportPage } from "../../../../features/import/index.ts";
import { Guarded } from "../../guarded.tsx";

export const metadata: Metadata = { title: "Import" };

export default function Page() {
  return (
    <Guarded path="/products/import">
      <ImportPage />
    </Guarded>
  );
}
