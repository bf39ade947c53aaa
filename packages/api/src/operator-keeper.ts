import {
  createAddressLimit,
  createGuessGuard,
  createLoginLimits,
  deviceName,
  findOperator,
  logInOperator,
  passOperatorStep,
  readOperatorLink,
  useOperatorLink,
} from "@storehouse/auth";
import { fail, type OperatorActor, type OperatorMe } from "@storehouse/domain";
import { getOperatorMe, type PlatformContext } from "@storehouse/services";
import type { ApiOptions } from "./api-options.ts";
import type { OperatorDoor, SignedInOperator, Visit } from "./context.ts";
import { operatorCookie } from "./operator-cookie.ts";
import { platformPortsOf } from "./platform-ports.ts";
import { enterSupport } from "./support-door.ts";

/** Lets operators in to the console: by a cookie of its own, and by nothing that belongs to a factory. */
export type OperatorKeeper = Readonly<{
  door: OperatorDoor;
  /** Who sent a request. Throws NOT_SIGNED_IN. */
  admit: (visit: Visit) => Promise<SignedInOperator>;
  /** Who a cookie header belongs to; null when nobody. */
  me: (cookieHeader: string) => Promise<OperatorMe | null>;
}>;

/** Makes the keeper of a process. */
export function createOperatorKeeper(options: ApiOptions): OperatorKeeper {
  const { tenancy, authSecrets: secrets, keys, isSecure } = options;
  const { central } = tenancy;
  const cookie = operatorCookie(isSecure);
  const parts = {
    central,
    keys,
    secrets,
    limits: createLoginLimits(central),
    guardCode: createGuessGuard(central, "operator_code"),
  };
  const limitSteps = createAddressLimit(central, "operator_step_ip", "SECOND_STEP_REFUSED");
  const limitLinks = createAddressLimit(central, "operator_link_ip", "LINK_INVALID");
  const ports = platformPortsOf(options);

  const find = async (cookieHeader: string): Promise<OperatorActor | undefined> => {
    const secret = cookie.read(cookieHeader);
    return secret === undefined || secret === "" ? undefined : findOperator(central, secret, new Date());
  };
  const contextOf = (operator: OperatorActor): PlatformContext => ({ central, operator, now: () => new Date() });

  return {
    door: {
      logIn: (visit, input) => logInOperator(parts, visit.address, input),
      secondStep: (visit, input) =>
        limitSteps(visit.address, async () => {
          visit.setCookie(cookie.set(await passOperatorStep(parts, originOf(visit), input)));
          return {};
        }),
      readLink: (visit, input) => limitLinks(visit.address, () => readOperatorLink(parts, input)),
      useLink: (visit, input) =>
        limitLinks(visit.address, async () => {
          const { recoveryCodes, sessionSecret } = await useOperatorLink(parts, originOf(visit), input);
          visit.setCookie(cookie.set(sessionSecret));
          return { recoveryCodes };
        }),
    },
    admit: async (visit) => {
      const operator = (await find(visit.cookieHeader)) ?? fail({ code: "NOT_SIGNED_IN" });
      return {
        platform: contextOf(operator),
        ports,
        clearCookie: () => visit.setCookie(cookie.clear()),
        enterSupport: (factoryId) => enterSupport(options, visit, { operator, factoryId }),
      };
    },
    me: async (cookieHeader) => {
      const operator = await find(cookieHeader);
      return operator === undefined ? null : getOperatorMe(contextOf(operator));
    },
  };
}

const originOf = (visit: Visit) => ({ device: deviceName(visit.userAgent), address: visit.address });
