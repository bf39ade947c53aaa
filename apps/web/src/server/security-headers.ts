import { randomBytes } from "node:crypto";

/** What the headers depend on, the same for a whole process. */
export type HeaderFacts = Readonly<{ isSecure: boolean; isDevelopment: boolean }>;

/** A value that is used once: scripts that carry it run, injected ones don't know it. */
export const newNonce = (): string => randomBytes(16).toString("base64");

/** The Content-Security-Policy of a page. */
export function contentSecurityPolicy(nonce: string, { isSecure, isDevelopment }: HeaderFacts): string {
  return [
    "default-src 'self'",
    // Next's development client evaluates code and talks over a socket.
    // The reader of camera pictures is WebAssembly, which this lets compile; it evaluates no script.
    `script-src 'nonce-${nonce}' 'strict-dynamic' 'wasm-unsafe-eval'${isDevelopment ? " 'unsafe-eval'" : ""}`,
    // Positions of menus and widths of bars are style attributes, which no nonce covers.
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src 'self'${isDevelopment ? " ws:" : ""}`,
    "worker-src 'self' blob:",
    "manifest-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    ...(isSecure ? ["upgrade-insecure-requests"] : []),
  ].join("; ");
}

/** What every answer carries, whoever wrote it. An answer that may be kept says so itself. */
export const securityHeaders = ({ isSecure }: HeaderFacts): Readonly<Record<string, string>> => ({
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "referrer-policy": "same-origin",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "permissions-policy": "camera=(self), microphone=(), geolocation=(), payment=(), usb=(), interest-cohort=()",
  "cache-control": "private, no-store",
  ...(isSecure ? { "strict-transport-security": "max-age=63072000; includeSubDomains" } : {}),
});
