import type { Metadata } from "next";
import { LoginPage, safeNext } from "../../features/session/index.ts";
import { t } from "../../language/t.ts";

export const generateMetadata = (): Metadata => ({ title: t("page.signIn") });

export default async function Page({ searchParams }: { searchParams: Promise<{ next?: string | string[] }> }) {
  const { next } = await searchParams;
  return <LoginPage next={safeNext(Array.isArray(next) ? next[0] : next)} />;
}
