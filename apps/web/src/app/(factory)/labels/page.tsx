import type { Metadata } from "next";
import { LabelPage } from "../../../features/label/index.ts";
import { Guarded } from "../guarded.tsx";

export const generateMetadata = (): Metadata => ({ title: "Labels" });

export default function Page() {
  return (
    <Guarded path="/labels">
      <LabelPage />
    </Guarded>
  );
}
