import { parseDatabaseUrl } from "../database-url.ts";
import { openSession } from "./open-session.ts";
import { findWrongSettings, type WrongSetting } from "./server-settings.ts";

/** Asks the server at the URL for the settings that correctness rests on; an empty list is a server that can be used. */
export async function checkServer(url: string): Promise<readonly WrongSetting[]> {
  const session = await openSession({ ...parseDatabaseUrl(url), database: undefined });
  try {
    return await findWrongSettings(session);
  } finally {
    await session.close();
  }
}
