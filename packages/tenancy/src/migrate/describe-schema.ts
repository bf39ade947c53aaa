import type { Session } from "../provision/open-session.ts";

/** A database's schema as lines of text, sorted: two schemas are alike when their lines are. */
export async function describeSchema(session: Session, dbName: string): Promise<readonly string[]> {
  const lines: string[] = [];
  for (const question of QUESTIONS) {
    const rows = await session.rows<Record<string, unknown>>(question, [dbName]);
    lines.push(...rows.map((row) => Object.values(row).join(" | ")));
  }
  return lines.sort();
}

/** Where a column stands in its table is left out: what a migration adds comes last there, and nobody asks by place. */
const QUESTIONS = [
  `select 'table' as kind, table_name as a, engine as b, table_collation as c
     from information_schema.tables where table_schema = ?`,
  `select 'column' as kind, table_name as a, column_name as b, column_type as c, is_nullable as d, column_default as e,
          character_set_name as f, collation_name as g, extra as h
     from information_schema.columns where table_schema = ?`,
  `select 'index' as kind, table_name as a, index_name as b, non_unique as c,
          group_concat(column_name order by seq_in_index) as d
     from information_schema.statistics where table_schema = ? group by table_name, index_name, non_unique`,
  `select 'constraint' as kind, table_name as a, constraint_name as b, constraint_type as c
     from information_schema.table_constraints where table_schema = ?`,
  `select 'reference' as kind, table_name as a, constraint_name as b, column_name as c, referenced_table_name as d,
          referenced_column_name as e, ordinal_position as f
     from information_schema.key_column_usage where table_schema = ? and referenced_table_name is not null`,
  `select 'check' as kind, constraint_name as a, check_clause as b
     from information_schema.check_constraints where constraint_schema = ?`,
];
