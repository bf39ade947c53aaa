/** Which of a server's log files it is, by its name; not a number where the name is none of a log's. */
export const fileNumber = (name: string): number => Number(/\.(\d+)$/.exec(name)?.[1] ?? Number.NaN);
