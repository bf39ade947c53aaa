// A day in the address is the reader's own day, from its first to its last moment.
/** The first moment of a day, as the wire has it; undefined where there is no such day. */
export const startOf = (day: string | null): string | undefined => momentOf(day, "T00:00:00");
/** The last moment of a day. */
export const endOf = (day: string | null): string | undefined => momentOf(day, "T23:59:59.999");

function momentOf(day: string | null, time: string): string | undefined {
  if (day === null || !/^\d{4}-\d{2}-\d{2}$/.test(day)) return undefined;
  const at = new Date(`${day}${time}`);
  return Number.isNaN(at.getTime()) ? undefined : at.toISOString();
}
