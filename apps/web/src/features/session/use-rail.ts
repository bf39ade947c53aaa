"use client";
import { useStored } from "@storehouse/ui";

/** Whether the rail is narrowed to its icons, kept on this device. */
export function useRail() {
  const [width, setWidth] = useStored("storehouse.rail");
  const isCollapsed = width === "narrow";
  return { isCollapsed, toggle: () => setWidth(isCollapsed ? null : "narrow") };
}
