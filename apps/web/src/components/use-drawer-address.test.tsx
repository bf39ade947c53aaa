import { act, cleanup, renderHook } from "@testing-library/react";
import { NuqsTestingAdapter, type UrlUpdateEvent } from "nuqs/adapters/testing";
import type { PropsWithChildren } from "react";
import { afterEach, expect, test, vi } from "vitest";
import { useDrawerAddress } from "./use-drawer-address.ts";

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

function drawerAt(search: string) {
  const at = { index: 4 };
  const updates: UrlUpdateEvent[] = [];
  vi.stubGlobal("navigation", { currentEntry: at });
  const back = vi.spyOn(window.history, "back").mockImplementation(() => undefined);
  const onUrlUpdate = (event: UrlUpdateEvent) => {
    updates.push(event);
    if (event.options.history === "push") at.index += 1;
  };
  const wrapper = ({ children }: PropsWithChildren) => (
    <NuqsTestingAdapter searchParams={search} onUrlUpdate={onUrlUpdate} hasMemory>
      {children}
    </NuqsTestingAdapter>
  );
  const { result } = renderHook(() => useDrawerAddress("open"), { wrapper });
  const run = (action: (drawer: ReturnType<typeof useDrawerAddress>) => void) =>
    act(async () => {
      action(result.current);
      await new Promise((resolve) => setTimeout(resolve, 120));
    });
  return { result, updates, back, at, run };
}

test("opening is a step of the history, going on is not, and closing goes the step back", async () => {
  const { result, updates, back, run } = drawerAt("");
  await run((drawer) => drawer.open("a"));
  await run((drawer) => drawer.open("b"));
  expect(result.current.openId).toBe("b");
  expect(updates.map(({ options }) => options.history)).toEqual(["push", "replace"]);
  await run((drawer) => drawer.close());
  expect(back).toHaveBeenCalledOnce();
});

test("a drawer the page began with, or under a later step, closes in its place", async () => {
  const begun = drawerAt("?open=a");
  await begun.run((drawer) => drawer.close());
  expect(begun.back).not.toHaveBeenCalled();
  expect(begun.result.current.openId).toBeNull();
  await begun.run((drawer) => drawer.open("b"));
  begun.at.index += 1;
  await begun.run((drawer) => drawer.close());
  expect(begun.back).not.toHaveBeenCalled();
  expect(begun.result.current.openId).toBeNull();
});
