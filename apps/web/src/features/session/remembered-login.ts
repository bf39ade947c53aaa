const KEY = "storehouse.factory";

/** The factory (what stands after the @) somebody last signed in to on this device; null when nobody has. */
export function rememberedFactory(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

/** Keeps the factory on this device for the next sign-in, or forgets it. */
export function rememberFactory(dbName: string | null): void {
  try {
    if (dbName === null) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, dbName);
  } catch {
    return;
  }
}

/** What was typed as one login: `username@factory` as it stands, a bare username with the remembered factory behind it. */
export function loginOf(typed: string, factory: string | null): string {
  const text = typed.trim();
  return text.includes("@") || factory === null ? text : `${text}@${factory}`;
}
