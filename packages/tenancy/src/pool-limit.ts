/** Connections a factory may have at most when its plan says nothing else. */
export const PLAN_CONNECTIONS = 50;

/** How many connections a factory's pool may hold: two more than its people, at least five, at most what its plan allows. */
export const poolLimit = (userCount: number, planCap: number = PLAN_CONNECTIONS): number =>
  Math.min(Math.max(userCount + 2, 5), planCap);
