import type { Session } from "./open-session.ts";

/**
 * A setting of the server that a promise of Storehouse rests on, and what it is instead. One that every connection of
 * ours sets for itself is no reason to refuse the server; it concerns what else is done there by hand.
 */
export type WrongSetting = Readonly<{ name: string; is: string; wanted: string; why: string; isRefused: boolean }>;

type Variables = ReadonlyMap<string, string>;
type Rule = Omit<WrongSetting, "is"> & Readonly<{ isRight: (value: string) => boolean }>;

const isOn = (value: string): boolean => /^(1|ON)$/i.test(value);
const UTC = /^([+-]00:00|UTC)$/;

const RULES: readonly Rule[] = [
  {
    name: "innodb_flush_log_at_trx_commit",
    isRefused: true,
    wanted: "1",
    why: "what was answered as saved must survive a power cut",
    isRight: (value) => value === "1",
  },
  {
    name: "innodb_doublewrite",
    isRefused: true,
    wanted: "ON",
    why: "a page torn by a power cut could not be repaired",
    isRight: (value) => isOn(value) || value === "DETECT_AND_RECOVER",
  },
  {
    name: "sql_mode",
    isRefused: false,
    wanted: "STRICT_TRANS_TABLES or STRICT_ALL_TABLES among others",
    why: "without it the server cuts values to fit and says nothing",
    isRight: (value) => /STRICT_(TRANS|ALL)_TABLES/.test(value),
  },
  {
    name: "time_zone",
    isRefused: false,
    wanted: "+00:00",
    why: "times are stored in UTC",
    // SYSTEM is as good where the machine itself runs on UTC.
    isRight: (value) => UTC.test(value),
  },
  {
    name: "transaction_isolation",
    isRefused: false,
    wanted: "READ-COMMITTED",
    why: "under REPEATABLE READ a posting would count on stock that is gone",
    isRight: (value) => value === "READ-COMMITTED",
  },
];

/** Asks for the server's own settings, whatever this session has set for itself, and returns those that are wrong. */
export async function findWrongSettings(session: Pick<Session, "rows">): Promise<readonly WrongSetting[]> {
  const variables = await readVariables(session);
  return RULES.flatMap(({ isRight, ...rule }) => {
    const value = variables.get(rule.name) ?? "unknown";
    return isRight(value) ? [] : [{ ...rule, is: value }];
  });
}

/** A setting that is wrong, for people. */
export const describeSetting = ({ name, is, wanted, why, isRefused }: WrongSetting): string =>
  isRefused
    ? `${name} is ${is}, and must be ${wanted}: ${why}.`
    : `${name} is ${is}; better ${wanted}, as Storehouse's own connections set it: ${why}.`;

async function readVariables(session: Pick<Session, "rows">): Promise<Variables> {
  const rows = await session.rows<{ Variable_name: string; Value: string }>(
    "SHOW GLOBAL VARIABLES WHERE Variable_name IN ('innodb_flush_log_at_trx_commit', 'innodb_doublewrite', 'sql_mode', 'time_zone', 'system_time_zone', 'transaction_isolation', 'tx_isolation')",
  );
  const variables = new Map(rows.map((row) => [row.Variable_name, row.Value]));
  const zone = variables.get("time_zone");
  if (zone === "SYSTEM") variables.set("time_zone", variables.get("system_time_zone") ?? zone);
  // MariaDB's name for it.
  const isolation = variables.get("transaction_isolation") ?? variables.get("tx_isolation");
  return isolation === undefined ? variables : variables.set("transaction_isolation", isolation);
}
