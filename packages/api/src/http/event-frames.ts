import type { LiveStep } from "../context.ts";

/** The words of the library's stream client, as the server's own adapter writes them. */

/** Opens a stream: how long to wait before coming back after a break, and after how long a silence to give it up. */
export const openingFrames = (retryMs: number, silenceMaxMs: number): string =>
  `retry: ${retryMs}\nevent: connected\ndata: ${JSON.stringify({ reconnectAfterInactivityMs: silenceMaxMs })}\n\n`;

/** An event and its id. */
export const eventFrame = ({ id, data }: LiveStep): string => `data: ${JSON.stringify(data)}\nid: ${id}\n\n`;

/** The end for a reason, in the shape of the API's errors. */
export const errorFrame = (shape: object): string => `event: serialized-error\ndata: ${JSON.stringify(shape)}\n\n`;

/** Says that the line still holds. */
export const PING = "event: ping\ndata: \n\n";
