import type { Say } from "../../language/translation.ts";

type Named = Readonly<{ productName: string; variantName: string | null }>;

/** A variant by its product's name, and its own where it shows one. */
export const nameOf = ({ productName, variantName }: Named): string =>
  variantName === null ? productName : `${productName}, ${variantName}`;

/** In use or put away. */
export const useOf = ({ isArchived }: Readonly<{ isArchived: boolean }>, say: Say): string =>
  say(isArchived ? "file.archived" : "file.inUse");

/** True where nothing is left. */
export const isNothing = (quantity: string): boolean => !/[1-9]/.test(quantity);
