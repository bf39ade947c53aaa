import type { ServerProgram } from "./server-program.ts";

export type ServerPlace = { home: string; dataFolder: string; socketPath: string; port: number };
export type ServerSize = { bufferPoolMib: number; logMib: number; maxConnections: number };

/**
 * The settings that Storehouse's promises rest on (durable commits, strict values, UTC, READ-COMMITTED), and the sizes
 * for many small databases. Loopback and a unix socket are its only doors.
 */
export function serverConfig(program: ServerProgram, place: ServerPlace, size: ServerSize): string {
  const lines = [
    "[mysqld]",
    `datadir=${place.dataFolder}`,
    `socket=${place.socketPath}`,
    `pid_file=${pidFile(place)}`,
    `log_error=${errorLog(place)}`,
    `port=${place.port}`,
    "bind_address=127.0.0.1",
    "skip_name_resolve",
    "skip_log_bin",
    "local_infile=0",
    "character_set_server=utf8mb4",
    "collation_server=utf8mb4_unicode_520_ci",
    "default_time_zone='+00:00'",
    "transaction_isolation=READ-COMMITTED",
    "sql_mode=STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ZERO_DATE,NO_ZERO_IN_DATE,NO_ENGINE_SUBSTITUTION,ONLY_FULL_GROUP_BY",
    "innodb_flush_log_at_trx_commit=1",
    "innodb_doublewrite=ON",
    "innodb_file_per_table=1",
    `innodb_buffer_pool_size=${size.bufferPoolMib}M`,
    "innodb_flush_method=O_DIRECT",
    "innodb_open_files=4000",
    "innodb_lock_wait_timeout=10",
    "table_open_cache=4000",
    "table_definition_cache=4000",
    "table_open_cache_instances=8",
    "open_files_limit=20000",
    `max_connections=${size.maxConnections}`,
    "thread_cache_size=64",
    "max_prepared_stmt_count=65000",
    "performance_schema=OFF",
    ...flavourLines(program, place, size),
    ...program.config,
  ];
  return `${lines.join("\n")}\n`;
}

/** Where the server writes its process id. */
export function pidFile(place: ServerPlace): string {
  return `${place.home}/server.pid`;
}

/** Where the server says why it could not start. */
export function errorLog(place: ServerPlace): string {
  return `${place.home}/server.log`;
}

/** The configuration file; its path on a command line is how a running server is recognised as ours. */
export function configFile(place: ServerPlace): string {
  return `${place.home}/server.cnf`;
}

function flavourLines(program: ServerProgram, place: ServerPlace, size: ServerSize): string[] {
  if (program.flavour === "mysql") return [`innodb_redo_log_capacity=${Math.max(size.logMib, 64)}M`];
  return [
    `innodb_log_file_size=${size.logMib}M`,
    // Half of the dirty pages at most, so that a clean stop after much writing stays short.
    "innodb_max_dirty_pages_pct=50",
    "innodb_snapshot_isolation=ON",
    "skip_symbolic_links",
    `secure_file_priv=${place.home}/none`,
  ];
}
