import type { ViewQuery } from "@storehouse/domain";

/** In the address: this view, by its id. */
export const VIEW = "view";
/** What stands there for the list as it is, where another view would open by itself. */
export const ALL = "all";

/** What a view would keep of an address: search, filters and sort, those of them that are set. */
export const queryOf = (params: URLSearchParams, keys: readonly string[]): ViewQuery =>
  Object.fromEntries(
    keys.flatMap((key) => {
      const value = params.get(key);
      return value ? [[key, value] as const] : [];
    }),
  );

/** Two queries that ask for the same. */
export function isSameQuery(a: ViewQuery, b: ViewQuery): boolean {
  const text = (query: ViewQuery) =>
    JSON.stringify(Object.entries(query).sort(([one], [other]) => (one < other ? -1 : 1)));
  return text(a) === text(b);
}

/** The address of a view: its id, and all that it asks for, so that whoever opens the link sees the same list. */
export function hrefOf(path: string, viewId: string | null, query: ViewQuery): string {
  const params = new URLSearchParams(viewId === null ? {} : { [VIEW]: viewId });
  for (const [key, value] of Object.entries(query)) params.set(key, value);
  const text = params.toString();
  return text === "" ? path : `${path}?${text}`;
}
