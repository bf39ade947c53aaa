import type { Me, OperatorMe } from "@storehouse/domain";
import { headers } from "next/headers";
import type { Translation } from "../language/translation.ts";

/** What the server in front offers to pages that are drawn on it: Next's bundle itself opens no connection. */
export type StorehouseBridge = Readonly<{
  /** Who the cookie header belongs to; null when nobody. Throws while the database cannot be asked. */
  me: (cookieHeader: string) => Promise<Me | null>;
  /** Which operator the cookie header belongs to; null when none. */
  operator: (cookieHeader: string) => Promise<OperatorMe | null>;
  /** The language of the request that is being drawn; undefined outside of one. */
  translation: () => Translation | undefined;
}>;

declare global {
  var __storehouse: StorehouseBridge | undefined;
}

/** Who is signed in, asked of the server this page is drawn on. Null when nobody is. */
export async function currentMe(): Promise<Me | null> {
  return bridge().me((await headers()).get("cookie") ?? "");
}

/** Which operator is signed in to the console. Null when none is. */
export async function currentOperator(): Promise<OperatorMe | null> {
  return bridge().operator((await headers()).get("cookie") ?? "");
}

function bridge(): StorehouseBridge {
  const set = globalThis.__storehouse;
  if (!set) throw new Error("pages are drawn by src/server.ts, which sets the bridge; next start alone cannot");
  return set;
}
