/** One path of the REST interface: the procedure that answers it, under a method and a path with `{name}` for what varies. */
export type Route = Readonly<{
  method: "GET" | "POST" | "PUT" | "PATCH";
  path: string;
  procedure: string;
  summary: string;
}>;

/** A route that a request's method and path lead to, with what stood in the place of each `{name}`. */
export type Match = Readonly<{ route: Route; params: Readonly<Record<string, string>> }>;

/** Finds the route for a method and a path as it came. `methods` are those that the path knows, for who came with another. */
export function matchRoute(
  routes: readonly Route[],
  method: string,
  path: string,
): Readonly<{ match: Match | undefined; methods: readonly string[] }> {
  const segments = path.split("/");
  const matches = routes.flatMap((route) => {
    const params = paramsOf(route.path.split("/"), segments);
    return params === undefined ? [] : [{ route, params }];
  });
  // A path in full letters goes before one with a name in it: /products/find is no product.
  const [exact] = matches.toSorted((a, b) => Object.keys(a.params).length - Object.keys(b.params).length);
  const same = matches.filter(({ route }) => route.path === exact?.route.path);
  return { match: same.find(({ route }) => route.method === method), methods: same.map(({ route }) => route.method) };
}

function paramsOf(pattern: readonly string[], segments: readonly string[]): Record<string, string> | undefined {
  if (pattern.length !== segments.length) return undefined;
  const params: Record<string, string> = {};
  for (const [at, part] of pattern.entries()) {
    const segment = segments[at] ?? "";
    const name = /^\{(\w+)\}$/.exec(part)?.[1];
    if (name === undefined && part !== segment) return undefined;
    if (name !== undefined) params[name] = segment;
  }
  return params;
}
