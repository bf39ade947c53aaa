/** The name next-auth gives its session's cookie; the prefix makes browsers refuse it without https. */
export const sessionCookieName = (isSecure: boolean): string =>
  isSecure ? "__Secure-next-auth.session-token" : "next-auth.session-token";
