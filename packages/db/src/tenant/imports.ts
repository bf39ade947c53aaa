import { index, int, json, mysqlTable, varchar } from "drizzle-orm/mysql-core";
import { customType } from "drizzle-orm/mysql-core";
import { moment, uuid } from "../columns.ts";
import { users } from "./people.ts";

/** JSON kept as plain text: a sheet is read back whole, never asked inside. */
const longText = customType<{ data: string }>({ dataType: () => "longtext" });

/** Spreadsheets on their way in, and the history of those that came. */
export const imports = mysqlTable(
  "imports",
  {
    id: uuid("id").primaryKey(),
    fileName: varchar("file_name", { length: 200 }).notNull(),
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id),
    state: varchar("state", { length: 12 }).notNull(),
    /** The sheet in JSON; once the import is done, what taking it back needs. */
    sheet: longText("sheet"),
    done: int("done").notNull().default(0),
    total: int("total").notNull().default(0),
    result: json("result").$type<Record<string, unknown>>(),
    error: varchar("error", { length: 500 }),
    createdAt: moment("created_at").notNull(),
    updatedAt: moment("updated_at").notNull(),
  },
  (t) => [index("imports_created_ix").on(t.createdAt, t.id)],
);
