import { parseCookie, stringifySetCookie } from "cookie";

/** The cookie of an operator who looks into a factory by its grant: neither a factory's session nor the console's. */
export type SupportCookie = Readonly<{
  read: (cookieHeader: string) => string | undefined;
  set: (secret: string, until: Date) => string;
  clear: () => string;
}>;

// Longer than the grant: a page that is still open is told that it is over, and is not taken for somebody else's.
const LINGER_S = 12 * 3_600;

/** Makes the cookie for a public address with or without https. */
export function supportCookie(isSecure: boolean): SupportCookie {
  const name = isSecure ? "__Secure-storehouse.support" : "storehouse.support";
  const write = (value: string, maxAge: number): string =>
    stringifySetCookie({ name, value, httpOnly: true, sameSite: "lax", path: "/", secure: isSecure, maxAge });
  return {
    read: (cookieHeader) => (cookieHeader === "" ? undefined : parseCookie(cookieHeader)[name] || undefined),
    set: (secret, until) => write(secret, Math.ceil((until.getTime() - Date.now()) / 1_000) + LINGER_S),
    clear: () => write("", 0),
  };
}
