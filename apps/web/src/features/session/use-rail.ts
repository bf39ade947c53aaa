"use client";
import { useMediaQuery, useStored } from "@storehouse/ui";

/** Whether the rail is narrowed to its icons: as chosen on this device, else where the screen has little room. */
export function useRail() {
  const [width, setWidth] = useStored("storehouse.rail");
  const hasLittleRoom = useMediaQuery("(max-width: 1023px)");
  const isCollapsed = width === null ? hasLittleRoom : width === "narrow";
  return { isCollapsed, toggle: () => setWidth(isCollapsed ? "wide" : "narrow") };
}
