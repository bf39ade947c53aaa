import type { Metadata } from "next";
import { OPERATOR_WORDS, OperatorLinkPage } from "../../../features/operator/index.ts";

export const metadata: Metadata = { title: OPERATOR_WORDS.console };

export default function Page() {
  return <OperatorLinkPage />;
}
