import { isRefused } from "./is-refused.ts";

const ATTEMPTS_MAX = 30;

/** Sends it again while the factory is busy, as a client does: a slow machine may not serve 200 at once in two seconds. */
export async function patiently<T>(send: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await send();
    } catch (error) {
      if (attempt === ATTEMPTS_MAX || !isRefused("BUSY")(error)) throw error;
    }
  }
}
