import { z } from "zod";
import { NewPassword } from "./user.ts";

/** How long a link to choose a password can be used. */
export const SIGN_IN_LINK_MINUTES = 30;

// 16 bytes of the factory, 32 of the secret, 16 of the seal, in base64url.
const LinkToken = z.string({ error: "TEXT_EXPECTED" }).regex(/^[A-Za-z0-9_-]{86}$/, "LINK_INVALID");

export const ReadLinkInput = z.strictObject({ token: LinkToken });
export type ReadLinkInput = z.infer<typeof ReadLinkInput>;

export const UseLinkInput = z.strictObject({ token: LinkToken, password: NewPassword });
export type UseLinkInput = z.infer<typeof UseLinkInput>;

/** A link that was just made. Nothing will ever tell its address again. */
export type SignInLink = Readonly<{ url: string; expiresAt: string }>;

/** Whom a link is for: what its page greets them with. */
export type LinkHolder = Readonly<{ username: string; name: string; dbName: string; factoryName: string }>;

/** How a person stands with signing in, as those see it who may help them. */
export type PersonSignIn = Readonly<{
  hasSecondFactor: boolean;
  /** Until when a link that was made for them can be used. */
  linkOpenUntil: string | null;
  /** Set while too many wrong passwords keep some addresses from trying more. */
  lock: Readonly<{ addresses: number; until: string }> | null;
}>;
