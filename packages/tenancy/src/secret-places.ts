import { NO_LOT } from "@storehouse/db";

/** Stands where a factory's id stands in links, challenges and locks, for those who belong to none: no factory has it. */
export const OPERATORS_REALM = NO_LOT;

/** Where each kind of secret is locked for: one that is moved to another row, or to another factory, does not open there. */
export const SECRET_PLACES = {
  factory: (factoryId: string) => `factories.secret:${factoryId}`,
  webhook: (factoryId: string, endpointId: string) => `webhook_endpoints.secret:${factoryId}:${endpointId}`,
  secondFactor: (factoryId: string, userId: string) => `second_factors.secret:${factoryId}:${userId}`,
  operator: (operatorId: string) => `second_factors.secret:${OPERATORS_REALM}:${operatorId}`,
  /** A new password of a factory's own user, while a job has not yet put it to use. */
  nextPassword: (factoryId: string) => `jobs.memo.password:${factoryId}`,
} as const;
