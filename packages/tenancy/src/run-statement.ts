import type { Prepared } from "@storehouse/db/tenant-db";
import type { FieldPacket, PoolConnection, QueryOptions } from "mysql2";

const ANSWER_MAX_MS = 10_000;

/** What the driver answers: rows or the counts of a write, and the columns. */
export type Answer = [rows: unknown, fields: FieldPacket[]];

/** Sends one statement and waits for its answer, ten seconds at most. */
export type Send = (options: QueryOptions, params: unknown[]) => Promise<Answer>;

/** Sends statements as text on one connection. */
export const queryOn =
  (connection: PoolConnection): Send =>
  (options, params) =>
    new Promise((resolve, reject) => {
      connection.query({ ...options, timeout: ANSWER_MAX_MS }, params, (error, rows, fields) =>
        error === null ? resolve([rows, fields]) : reject(error),
      );
    });

/** Sends statements that the server keeps prepared, on one connection. */
export const executeOn =
  (connection: PoolConnection): Send =>
  (options, params) =>
    new Promise((resolve, reject) => {
      connection.execute({ ...options, timeout: ANSWER_MAX_MS }, params as never[], (error, rows, fields) =>
        error === null ? resolve([rows, fields]) : reject(error),
      );
    });

/** The prepared statements of a source, over any way of sending. */
export const preparedBy =
  (send: Send): Prepared =>
  async <Row extends object>(text: string, params: Parameters<Prepared>[1]) => {
    const [rows] = await send({ sql: text }, [...params]);
    return rows as readonly Row[];
  };

/** Drizzle asks its driver for no more than this when no schema is given and it opens no transaction itself. */
export const clientOf = (send: Send) => ({
  query: (options: QueryOptions, params?: unknown[]) => send(options, params ?? []),
});
