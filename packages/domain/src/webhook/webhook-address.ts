/** Where webhooks may go besides public https: to this machine, in development and tests alone. */
export type WebhookReach = Readonly<{ isLoopbackAllowed: boolean }>;

// Names that only mean something inside a network; the worker refuses whatever resolves to a private address besides.
const INSIDE = /(^|\.)(localhost|local|internal|intranet|lan|home|corp|private|test|invalid|onion|arpa)$/;
const IPV4 = /^\d+(\.\d+){3}$/;

/**
 * Why an address cannot be a webhook's; undefined when it can. It is https on the usual port, names a host of the public internet by name, and
 * carries no user or password (trust.md, I17).
 */
export function webhookAddressProblem(text: string, { isLoopbackAllowed }: WebhookReach): string | undefined {
  if (!URL.canParse(text)) return "URL_INVALID";
  const url = new URL(text);
  if (!/^https?:$/.test(url.protocol)) return "URL_INVALID";
  if (url.username !== "" || url.password !== "") return "URL_WITH_PASSWORD";
  if (isLoopbackAllowed && isLoopbackName(url.hostname)) return undefined;
  if (url.protocol !== "https:") return "URL_NOT_HTTPS";
  if (url.port !== "") return "URL_PORT";
  return isPublicName(url.hostname) ? undefined : "URL_NOT_PUBLIC";
}

/** True for this machine's own names, as a URL spells them. */
export const isLoopbackName = (hostname: string): boolean => /^(localhost|127\.0\.0\.1|\[::1\])$/.test(hostname);

// A URL has turned 0x7f.1 and 2130706433 into 127.0.0.1 by now.
function isPublicName(hostname: string): boolean {
  const name = hostname.replace(/\.$/, "");
  return name.includes(".") && !IPV4.test(name) && !name.startsWith("[") && !INSIDE.test(name);
}
