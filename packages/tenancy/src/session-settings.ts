const SQL_MODE =
  "STRICT_TRANS_TABLES,ONLY_FULL_GROUP_BY,ERROR_FOR_DIVISION_BY_ZERO,NO_ZERO_IN_DATE,NO_ZERO_DATE,NO_ENGINE_SUBSTITUTION";

/** The longest a server works on one statement: shorter than the driver's own patience, so that the server says it first. */
export const STATEMENT_MAX_MS = 9_000;

/**
 * What every connection is set to before its first statement, in one round trip on either server.
 * The settings whose names differ stand in comments that only MariaDB (M!) or only MySQL (!80000) carries out.
 */
export const SESSION_SETTINGS = `SET
  /*M! SESSION tx_isolation = 'READ-COMMITTED', SESSION max_statement_time = ${STATEMENT_MAX_MS / 1000}, */
  /*!80000 SESSION transaction_isolation = 'READ-COMMITTED', SESSION max_execution_time = ${STATEMENT_MAX_MS}, */
  SESSION time_zone = '+00:00', SESSION innodb_lock_wait_timeout = 5, SESSION sql_mode = '${SQL_MODE}'`;
