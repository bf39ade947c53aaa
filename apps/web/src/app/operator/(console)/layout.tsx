import type { Metadata } from "next";
import { redirect } from "next/navigation";
import type { ReactNode } from "react";
import { ConsoleShell, OPERATOR_WORDS } from "../../../features/operator/index.ts";
import { currentOperator } from "../../../trpc/server.ts";

export const metadata: Metadata = { title: OPERATOR_WORDS.console };

/** Every page of the console: only for operators who are signed in to it. A factory's session is nobody here. */
export default async function ConsoleLayout({ children }: { children: ReactNode }) {
  const me = await currentOperator();
  if (!me) redirect("/operator/login");
  return <ConsoleShell me={me}>{children}</ConsoleShell>;
}
