import type { Metadata } from "next";
import { PeoplePage } from "../../../features/people/index.ts";
import { Guarded } from "../guarded.tsx";

export const metadata: Metadata = { title: "People" };

export default function Page() {
  return (
    <Guarded path="/people">
      <PeoplePage />
    </Guarded>
  );
}
