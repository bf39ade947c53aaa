import { FactoriesPage } from "../../../../features/operator/index.ts";

export default function Page() {
  return <FactoriesPage />;
}
