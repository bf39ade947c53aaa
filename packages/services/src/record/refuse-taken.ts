import { isDuplicateKey } from "@storehouse/db";
import { fail } from "@storehouse/domain";

/** Turns the driver's refusal of a second row under a unique key into TAKEN with the field and value; any other error passes. */
export async function refuseTaken<Content extends Record<string, unknown>, T>(
  uniques: Readonly<Record<string, keyof Content & string>>,
  content: Content,
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    for (const [key, field] of Object.entries(uniques)) {
      if (isDuplicateKey(error, key)) fail({ code: "TAKEN", field, value: valueText(content[field]) });
    }
    throw error;
  }
}

const valueText = (value: unknown): string => (typeof value === "string" ? value : JSON.stringify(value));
