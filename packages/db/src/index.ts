export {
  type AnyColumn,
  and,
  asc,
  between,
  count,
  countDistinct,
  desc,
  eq,
  exists,
  getTableColumns,
  gt,
  gte,
  inArray,
  isNotNull,
  isNull,
  like,
  lt,
  lte,
  max,
  min,
  ne,
  not,
  notExists,
  notInArray,
  or,
  type SQL,
  type SQLWrapper,
  sql,
  sum,
} from "drizzle-orm";
export { alias } from "drizzle-orm/mysql-core";
export { bytesToUuid, NO_LOT, uuidToBytes } from "./columns.ts";
export { describeTables, type TableFacts } from "./describe-tables.ts";
export * from "./driver-error.ts";
export { contains, startsWith } from "./like.ts";
export type { CentralDb, PreparedValue, ReadDb, SideCopyDb, TenantDb } from "./tenant-db.ts";
export { centralTransaction, snapshot, transaction } from "./transaction.ts";
