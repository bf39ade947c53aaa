import type { AuditValues } from "./audit.ts";

/** What a line keeps of the change it tells of: the values there were. */
export type Change = Readonly<{ before: AuditValues | null }>;

/**
 * What a record held right after each of its changes, given what it holds now and its changes newest first: each earlier state is the later one
 * with the values put back that the later change replaced. Fields that the record does not have now are left out.
 */
export function earlierStates(current: AuditValues, changes: readonly Change[]): readonly AuditValues[] {
  let state = current;
  return changes.map(({ before }) => {
    const after = state;
    state = withValues(state, before);
    return after;
  });
}

/** A state with the values of one change put back. */
export const withValues = (state: AuditValues, before: AuditValues | null): AuditValues =>
  Object.fromEntries(
    Object.entries(state).map(([field, value]) => [field, before && field in before ? before[field] : value]),
  );
