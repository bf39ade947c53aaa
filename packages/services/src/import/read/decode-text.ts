import { fail } from "@storehouse/domain";

const CONTROL = /[\u0000-\u0008\u000e-\u001f]/g;
const CONTROL_SHARE_MAX = 0.001;

/** Text from the bytes of a file: by its mark, else UTF-16 by its zeros, else UTF-8, else Windows-1252. Throws FILE_UNREADABLE for what is no text. */
export function decodeText(bytes: Uint8Array): string {
  const text = decode(bytes).replace(/^\ufeff/, "");
  const controls = text.slice(0, 100_000).match(CONTROL)?.length ?? 0;
  if (controls > Math.min(text.length, 100_000) * CONTROL_SHARE_MAX)
    fail({ code: "FILE_UNREADABLE", reason: "BINARY" });
  return text;
}

function decode(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  const unmarked = utf16WithoutMark(bytes);
  if (unmarked !== undefined) return new TextDecoder(unmarked).decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

/** In UTF-16 every second byte of plain letters is zero. */
function utf16WithoutMark(bytes: Uint8Array): "utf-16le" | "utf-16be" | undefined {
  const head = bytes.subarray(0, 2_000);
  const zeros = [0, 0];
  head.forEach((byte, at) => {
    if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  if (odd > head.length / 4 && even < odd / 10) return "utf-16le";
  if (even > head.length / 4 && odd < even / 10) return "utf-16be";
  return undefined;
}
