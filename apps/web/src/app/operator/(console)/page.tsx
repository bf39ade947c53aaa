import { DashboardPage } from "../../../features/operator/index.ts";

export default function Page() {
  return <DashboardPage />;
}
