import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { OPERATOR_WORDS, OperatorLoginPage } from "../../../features/operator/index.ts";
import { currentOperator } from "../../../trpc/server.ts";

export const metadata: Metadata = { title: OPERATOR_WORDS.console };

export default async function Page() {
  if (await currentOperator()) redirect("/operator");
  return <OperatorLoginPage />;
}
