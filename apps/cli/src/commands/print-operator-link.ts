import { parseAuthSecrets } from "@storehouse/auth";
import { OPERATOR_LINK_HOURS } from "@storehouse/domain";
import type { CommandContext } from "../command.ts";
import { UsageError } from "../usage-error.ts";

/** Where operators' links lead, and what seals them; asked for before anything is made. Throws when a link could not be used. */
export function operatorLinks({ env, print }: CommandContext): Readonly<{
  secrets: readonly string[];
  show: (username: string, token: string) => void;
}> {
  const secrets = parseAuthSecrets(env.authSecret());
  if (!URL.canParse(env.publicUrl())) throw new UsageError("PUBLIC_URL reads http(s)://host:port.");
  const { origin } = new URL(env.publicUrl());
  return {
    secrets,
    show: (username, token) =>
      print(
        `${username} opens this, once and within ${OPERATOR_LINK_HOURS} hours, with an authenticator app at hand:\n${origin}/operator/link#${token}`,
      ),
  };
}
