"use client";
import { parseAsString, useQueryStates } from "nuqs";

/** Stands for the variant while none is chosen. */
const NONE = "new";

/** The make sheet's state, which stands in the URL: ?make=new, or the variant to be made and how many. */
export function useMaking() {
  const [{ make, qty }, set] = useQueryStates({ make: parseAsString, book: parseAsString, qty: parseAsString });
  return {
    isOpen: make !== null,
    variantId: make === NONE ? null : make,
    quantity: qty,
    open: (variantId?: string, quantity: string | null = null) =>
      void set({ make: variantId ?? NONE, book: null, qty: quantity }, { history: "push" }),
    close: () => void set({ make: null, qty: null }),
  };
}
