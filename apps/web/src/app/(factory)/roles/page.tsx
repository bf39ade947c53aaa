import type { Metadata } from "next";
import { RolesPage } from "../../../features/role/index.ts";
import { Guarded } from "../guarded.tsx";

export const metadata: Metadata = { title: "Roles" };

export default function Page() {
  return (
    <Guarded path="/roles">
      <RolesPage />
    </Guarded>
  );
}
