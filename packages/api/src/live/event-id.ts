/** The id of an event: which factory's feed, and how far in it. */
export const eventId = (factoryId: string, number: number): string => `${mark(factoryId)}-${number}`;

/** How far in this factory's feed an id stands; undefined for none. One of another feed stands where no feed has been yet: all is started over. */
export function numberOf(factoryId: string, id: string | null | undefined): number | undefined {
  if (id === undefined || id === null || id === "") return undefined;
  const at = id.lastIndexOf("-");
  const digits = id.slice(at + 1);
  const isOwn = id.slice(0, at) === mark(factoryId) && /^\d{1,15}$/.test(digits);
  return isOwn ? Number(digits) : Number.MAX_SAFE_INTEGER;
}

const mark = (factoryId: string): string => factoryId.slice(-12);
