import { type Me, ROLE_PERMISSIONS } from "@storehouse/domain";
import { cleanup, render, screen } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import { Guarded } from "./guarded.tsx";

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

vi.mock(import("next/headers"), () => ({ headers: () => Promise.resolve(new Headers()) }) as never);

const open = async (role: keyof typeof ROLE_PERMISSIONS, path: string) => {
  const me: Pick<Me, "permissions"> = { permissions: [...ROLE_PERMISSIONS[role]] };
  vi.stubGlobal("__storehouse", { me: () => Promise.resolve(me), translation: () => undefined });
  render(await Guarded({ path, children: <p>the page</p> }));
};

test.each([
  ["viewer", "/people"],
  ["employee", "/people"],
  ["employee", "/products/import"],
] as const)("a role without the permission is told so: %s at %s", async (role, path) => {
  await open(role, path);
  expect(screen.getByRole("heading", { name: "Your role does not include this" })).toBeDefined();
  expect(screen.queryByText("the page")).toBeNull();
});

test.each([
  ["manager", "/people"],
  ["manager", "/products/import"],
  ["viewer", "/products"],
  ["viewer", "/stock/entries"],
] as const)("a role with the permission sees the page: %s at %s", async (role, path) => {
  await open(role, path);
  expect(screen.getByText("the page")).toBeDefined();
});
