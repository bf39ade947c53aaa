import { MONEY_SCALE, QUANTITY_SCALE } from "@storehouse/domain";
import { customType, datetime, decimal } from "drizzle-orm/mysql-core";

/** A UUID's text as the 16 bytes that are stored. */
export function uuidToBytes(id: string): Buffer {
  return Buffer.from(id.replaceAll("-", ""), "hex");
}

/** Sixteen stored bytes as a UUID's text. */
export function bytesToUuid(bytes: Buffer): string {
  const hex = bytes.toString("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** What stands in a lot column where a variant has no lots: a key column can't be null. */
export const NO_LOT = "00000000-0000-0000-0000-000000000000";

/** A UUID: text in code, BINARY(16) in storage. */
export const uuid = customType<{ data: string; driverData: Buffer }>({
  dataType: () => "binary(16)",
  toDriver: uuidToBytes,
  fromDriver: bytesToUuid,
});

/** Text that is compared byte by byte, as codes and hashes are. */
export const exactText = customType<{ data: string; config: { length: number } }>({
  dataType: (config) => `varchar(${config?.length ?? 64}) character set utf8mb4 collate utf8mb4_bin`,
});

/** An exact quantity, as a decimal string. */
export const quantity = (name: string) => decimal(name, { precision: 18, scale: QUANTITY_SCALE });

/** An exact amount of money or unit cost, as a decimal string. */
export const money = (name: string) => decimal(name, { precision: 18, scale: MONEY_SCALE });

/** A moment in UTC, to the millisecond. */
export const moment = (name: string) => datetime(name, { fsp: 3, mode: "date" });
