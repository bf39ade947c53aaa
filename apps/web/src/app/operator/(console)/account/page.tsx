import { OperatorAccountPage } from "../../../../features/operator/index.ts";

export default function Page() {
  return <OperatorAccountPage />;
}
