import {
  deviceName,
  enterByLink,
  hashPassword,
  type LimitAddress,
  type LinkPorts,
  type LoginOutcome,
  type OpenLink,
  openLink,
  type SessionCache,
} from "@storehouse/auth";
import type { LinkHolder, ReadLinkInput, UseLinkInput } from "@storehouse/domain";
import { type LinkVisit, readSignInLink, useSignInLink } from "@storehouse/services";
import { assertUsableIn } from "./account-ports.ts";
import type { Visit } from "./context.ts";

/** What the doorkeeper holds that links are opened with. */
export type LinkParts = LinkPorts & Readonly<{ cache: SessionCache; limitLinks: LimitAddress }>;

/** Whom a link is for. Throws LINK_INVALID, RATE_LIMITED. */
export const readLink = (parts: LinkParts, visit: Visit, { token }: ReadLinkInput): Promise<LinkHolder> =>
  parts.limitLinks(visit.address, async () => {
    const link = await openLink(parts, token);
    try {
      const { username, name } = await readSignInLink(visitOf(link, visit), link.tokenHash);
      const { dbName, factoryName } = link.factory;
      return { username, name, dbName, factoryName };
    } finally {
      link.door.release();
    }
  });

/** Sets the password of whom a link is for, and goes on to sign them in. The door of the outcome is the caller's to release. */
export const useLink = (parts: LinkParts, visit: Visit, { token, password }: UseLinkInput): Promise<LoginOutcome> =>
  parts.limitLinks(visit.address, async () => {
    const link = await openLink(parts, token);
    const { factory, door, tokenHash } = link;
    try {
      const { userId } = await useSignInLink(
        visitOf(link, visit),
        {
          hashPassword,
          assertUsable: (...wish) => assertUsableIn(factory, ...wish),
          forgetPerson: (id) => parts.cache.forgetPerson(factory.id, id),
        },
        { tokenHash, password },
      );
      return await enterByLink(parts.secrets, link, userId, originOf(visit));
    } catch (error) {
      door.release();
      throw error;
    }
  });

const originOf = (visit: Visit) => ({ device: deviceName(visit.userAgent), address: visit.address });

const visitOf = ({ door }: OpenLink, visit: Visit): LinkVisit => ({
  db: door.db,
  now: () => new Date(),
  ...originOf(visit),
});
