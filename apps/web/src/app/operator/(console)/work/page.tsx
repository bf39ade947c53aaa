import { WorkPage } from "../../../../features/operator/index.ts";

export default function Page() {
  return <WorkPage />;
}
