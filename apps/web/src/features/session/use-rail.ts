"use client";
import { useEffect, useState } from "react";

const KEY = "storehouse.rail";

/** Whether the rail is narrowed to its icons, kept on this device. */
export function useRail() {
  const [isCollapsed, setCollapsed] = useState(false);
  useEffect(() => {
    try {
      setCollapsed(localStorage.getItem(KEY) === "narrow");
    } catch {
      return;
    }
  }, []);
  const toggle = () => {
    setCollapsed(!isCollapsed);
    try {
      localStorage.setItem(KEY, isCollapsed ? "wide" : "narrow");
    } catch {
      return;
    }
  };
  return { isCollapsed, toggle };
}
