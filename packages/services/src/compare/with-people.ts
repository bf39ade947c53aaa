import type { PeoplePorts } from "../audit/restorable.ts";

/** Runs work that may change people in a transaction; only when it is committed, the process hears of whom. */
export async function withPeople<T>(accounts: PeoplePorts, work: (accounts: PeoplePorts) => Promise<T>): Promise<T> {
  const people = new Set<string>();
  const result = await work({
    forgetPerson: (userId) => void people.add(userId),
    peopleChanged: () => Promise.resolve(),
  });
  for (const userId of people) accounts.forgetPerson(userId);
  if (people.size > 0) await accounts.peopleChanged();
  return result;
}
