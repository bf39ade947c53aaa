"use client";
import { parseAsString, useQueryStates } from "nuqs";

/** Stands for the variant while none is chosen. */
const NONE = "new";

/** The make sheet's state, which stands in the URL: ?make=new, or the variant to be made. */
export function useMaking() {
  const [{ make }, set] = useQueryStates({ make: parseAsString, book: parseAsString });
  return {
    isOpen: make !== null,
    variantId: make === NONE ? null : make,
    open: (variantId?: string) => void set({ make: variantId ?? NONE, book: null }, { history: "push" }),
    close: () => void set({ make: null }),
  };
}
