import ipaddr from "ipaddr.js";

/** All of the IPv6 internet that is handed out so far (IANA, IPv6 Global Unicast Address Assignments). */
const GLOBAL_IPV6 = ipaddr.IPv6.parseCIDR("2000::/3");
/** For documentation (RFC 9637); the library does not know it. */
const DOCUMENTATION_IPV6 = ipaddr.IPv6.parseCIDR("3fff::/20");

/**
 * True for an address that a webhook must not be told: whatever is not plainly a host of the public internet. That leaves out private, shared, link-local
 * and loopback networks, multicast, metadata services, and every form in which IPv6 carries another address (mapped, 6to4, NAT64, Teredo).
 */
export function isRefusedAddress(text: string): boolean {
  if (!ipaddr.isValid(text)) return true;
  const address = ipaddr.parse(text);
  if (address.range() !== "unicast") return true;
  if (!(address instanceof ipaddr.IPv6)) return false;
  return !address.match(GLOBAL_IPV6) || address.match(DOCUMENTATION_IPV6);
}

/** True for this machine's own addresses. */
export const isLoopbackAddress = (text: string): boolean =>
  ipaddr.isValid(text) && ipaddr.parse(text).range() === "loopback";
