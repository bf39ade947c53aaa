import type { Me } from "@storehouse/domain";
import { headers } from "next/headers";
import type { Translation } from "../language/translation.ts";

/** What the server in front offers to pages that are drawn on it: Next's bundle itself opens no connection. */
export type StorehouseBridge = Readonly<{
  /** Who the cookie header belongs to; null when nobody. Throws while the database cannot be asked. */
  me: (cookieHeader: string) => Promise<Me | null>;
  /** The language of the request that is being drawn; undefined outside of one. */
  translation: () => Translation | undefined;
}>;

declare global {
  var __storehouse: StorehouseBridge | undefined;
}

/** Who is signed in, asked of the server this page is drawn on. Null when nobody is. */
export async function currentMe(): Promise<Me | null> {
  const bridge = globalThis.__storehouse;
  if (!bridge) throw new Error("pages are drawn by src/server.ts, which sets the bridge; next start alone cannot");
  return bridge.me((await headers()).get("cookie") ?? "");
}
