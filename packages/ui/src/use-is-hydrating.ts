"use client";
import { useSyncExternalStore } from "react";

const never = (): (() => void) => () => undefined;

/**
 * True on the server and while a component takes over what the server drew, which it then has to draw again. Parts of a page take over one after
 * the other, and one that did may have filled what the next one reads.
 */
export const useIsHydrating = (): boolean =>
  useSyncExternalStore(
    never,
    () => false,
    () => true,
  );
