import { isIP } from "node:net";

/**
 * The address a request comes from. With no trusted proxies it is the socket's; with n of them, the n-th from the right
 * of X-Forwarded-For: what stands further left was written by whoever sent the request.
 */
export function clientAddress(
  socketAddress: string | undefined,
  forwardedFor: string | undefined,
  trustedHops: number,
): string {
  const socket = plain(socketAddress ?? "");
  if (trustedHops < 1 || forwardedFor === undefined) return socket;
  const hops = forwardedFor.split(",").map((hop) => plain(hop.trim()));
  const claimed = hops.at(-trustedHops) ?? hops[0] ?? "";
  return isIP(claimed) === 0 ? socket : claimed;
}

/** What limits count by: an IPv4 address, or the /64 that one IPv6 subscriber holds. */
export function addressBlock(address: string): string {
  if (isIP(address) !== 6) return address;
  const [head = "", tail] = address.split("::");
  const left = head === "" ? [] : head.split(":");
  const right = tail === undefined || tail === "" ? [] : tail.split(":");
  const gap = tail === undefined ? [] : Array.from({ length: Math.max(0, 8 - left.length - right.length) }, () => "0");
  return [...left, ...gap, ...right]
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, "").toLowerCase())
    .join(":");
}

// An IPv4 address as a dual-stack socket shows it, and a zone that names a local interface.
const plain = (address: string): string => address.replace(/^::ffff:(?=\d+\.)/i, "").replace(/%.*$/, "");
