import { expect, test } from "vitest";
import { procedureAt, procedurePaths } from "../procedure-at.ts";
import { matchRoute } from "./route.ts";
import { NOT_ON_REST, ROUTES } from "./routes.ts";

test("every procedure has a path, or a reason to have none", () => {
  const routed = new Set(ROUTES.map(({ procedure }) => procedure));
  expect(procedurePaths.filter((path) => routed.has(path) === path in NOT_ON_REST)).toEqual([]);
  expect(Object.keys(NOT_ON_REST).filter((path) => procedureAt(path) === undefined)).toEqual([]);
});

test.each(ROUTES.map((route) => [`${route.method} ${route.path}`, route] as const))(
  "%s reads or writes as its method says",
  (_, route) => {
    expect(procedureAt(route.procedure)?.type).toBe(route.method === "GET" ? "query" : "mutation");
  },
);

test("no two routes share a method and a path", () => {
  const keys = ROUTES.map(({ method, path }) => `${method} ${path.replace(/\{\w+\}/g, "{}")}`);
  expect(new Set(keys).size).toBe(keys.length);
});

test("a path in full letters goes before one with a name in it", () => {
  expect(matchRoute(ROUTES, "GET", "/api/products/find").match?.route.procedure).toBe("products.find");
  expect(matchRoute(ROUTES, "GET", "/api/products/abc").match).toMatchObject({
    route: { procedure: "products.get" },
    params: { id: "abc" },
  });
});

test("another method is told from another path", () => {
  expect(matchRoute(ROUTES, "PUT", "/api/products")).toEqual({ match: undefined, methods: ["GET", "POST"] });
  expect(matchRoute(ROUTES, "GET", "/api/nowhere").methods).toEqual([]);
  expect(matchRoute(ROUTES, "GET", "/api/products/").match?.route.procedure).toBe("products.get");
});
