import { fail } from "@storehouse/domain";

const MAGIC = [
  { reason: "XLS", bytes: [0xd0, 0xcf, 0x11, 0xe0] },
  { reason: "PDF", bytes: [0x25, 0x50, 0x44, 0x46] },
  { reason: "ZIP", bytes: [0x1f, 0x8b] },
] as const;

const startsWith = (bytes: Uint8Array, magic: readonly number[]): boolean =>
  magic.every((byte, at) => bytes[at] === byte);

/** True for the start of a ZIP, which a workbook is. */
export const isArchive = (bytes: Uint8Array): boolean => startsWith(bytes, [0x50, 0x4b]);

/** Refuses what the first look tells is no sheet, before any of it is unfolded: the names in an archive stand there plainly. */
export function refuseForeign(bytes: Uint8Array): void {
  if (bytes.length === 0) fail({ code: "FILE_UNREADABLE", reason: "EMPTY" });
  const known = MAGIC.find((one) => startsWith(bytes, one.bytes));
  if (known !== undefined) fail({ code: "FILE_UNREADABLE", reason: known.reason });
  if (isArchive(bytes) && !Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes("xl/workbook.xml")) {
    fail({ code: "FILE_UNREADABLE", reason: "NOT_A_SHEET" });
  }
}
