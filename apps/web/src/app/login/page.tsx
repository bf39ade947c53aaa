import type { Metadata } from "next";
import { LoginPage, safeNext } from "../../features/session/index.ts";

export const metadata: Metadata = { title: "Sign in" };

export default async function Page({ searchParams }: { searchParams: Promise<{ next?: string | string[] }> }) {
  const { next } = await searchParams;
  return <LoginPage next={safeNext(Array.isArray(next) ? next[0] : next)} />;
}
