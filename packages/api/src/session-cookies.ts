import { sessionCookieName, SESSION_MAX_AGE_S } from "@storehouse/auth";
import { parseCookie, stringifySetCookie } from "cookie";

/** The session's cookie: how it is read, set and taken away. */
export type SessionCookies = Readonly<{
  read: (cookieHeader: string) => string | undefined;
  set: (token: string) => string;
  clear: () => string;
}>;

/** Makes the session's cookie for a public address with or without https. Scripts can't read it, other sites' posts don't carry it. */
export function sessionCookies(isSecure: boolean): SessionCookies {
  const name = sessionCookieName(isSecure);
  const write = (value: string, maxAge: number): string =>
    stringifySetCookie({ name, value, httpOnly: true, sameSite: "lax", path: "/", secure: isSecure, maxAge });
  return {
    read: (cookieHeader) => (cookieHeader === "" ? undefined : parseCookie(cookieHeader)[name]),
    set: (token) => write(token, SESSION_MAX_AGE_S),
    clear: () => write("", 0),
  };
}
