import { OPERATOR_SESSION_HOURS } from "@storehouse/domain";
import { parseCookie, stringifySetCookie } from "cookie";
import type { SessionCookies } from "./session-cookies.ts";

/** Where the console stands, its API included: browsers send its cookie nowhere else. */
const PATH = "/operator";

/** Makes the console's own cookie. It has nothing in common with a factory's: neither name, nor path, nor what it holds. */
export function operatorCookie(isSecure: boolean): SessionCookies {
  const name = isSecure ? "__Secure-storehouse.operator" : "storehouse.operator";
  const write = (value: string, maxAge: number): string =>
    stringifySetCookie({ name, value, httpOnly: true, sameSite: "strict", path: PATH, secure: isSecure, maxAge });
  return {
    read: (cookieHeader) => (cookieHeader === "" ? undefined : parseCookie(cookieHeader)[name]),
    set: (secret) => write(secret, OPERATOR_SESSION_HOURS * 3_600),
    clear: () => write("", 0),
  };
}
