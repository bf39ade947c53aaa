/** Starts the same work n times at once and waits for all of it, whatever becomes of each. */
export const times = <T>(n: number, work: (index: number) => Promise<T>): Promise<PromiseSettledResult<T>[]> =>
  Promise.allSettled(Array.from({ length: n }, (_, index) => work(index)));
