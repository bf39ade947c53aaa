import { z } from "zod";
import { Id } from "../fields.ts";
import { SecondFactorCode } from "../user/second-factor.ts";
import { ReadLinkInput } from "../user/sign-in-link.ts";
import { NewPassword, Password, Username } from "../user/user.ts";
import type { OperatorPermission, OperatorRole } from "./operator-role.ts";

/** How long the link by which an operator chooses a password can be used. */
export const OPERATOR_LINK_HOURS = 24;
/** A session that is not used ends after this long. */
export const OPERATOR_IDLE_MINUTES = 30;
/** However much it is used, a session ends after this long. */
export const OPERATOR_SESSION_HOURS = 12;

/** Signing in to the console: the first step. */
export const OperatorLoginInput = z.strictObject({ username: Username, password: Password });
export type OperatorLoginInput = z.infer<typeof OperatorLoginInput>;

/** Whose password opens all factories' controls chooses a longer one than people of a factory must. */
const OperatorPassword = NewPassword.min(12, "PASSWORD_SHORT_OF_TWELVE");

/** Opening one's account by the link that the CLI printed: a password, and the first code of one's phone. */
export const UseOperatorLinkInput = ReadLinkInput.extend({ password: OperatorPassword, code: SecondFactorCode });
export type UseOperatorLinkInput = z.infer<typeof UseOperatorLinkInput>;

/** Whom a link is for, and the secret for their phone: another one each time the link is opened. */
export type OperatorLinkHolder = Readonly<{ username: string; name: string; uri: string; secret: string }>;

/** Ends one of one's own sessions. */
export const EndOperatorSessionInput = z.strictObject({ id: Id });
export type EndOperatorSessionInput = z.infer<typeof EndOperatorSessionInput>;

/** Who is signed in to the console. */
export type OperatorMe = Readonly<{
  username: string;
  name: string;
  role: OperatorRole;
  permissions: readonly OperatorPermission[];
}>;

/** Somebody who is signed in to the console, and the session they came with. */
export type OperatorActor = Readonly<{
  id: string;
  username: string;
  name: string;
  role: OperatorRole;
  permissions: ReadonlySet<OperatorPermission>;
  /** The factories they may see and act on; null for all. */
  factoryIds: ReadonlySet<string> | null;
  sessionId: string;
}>;
