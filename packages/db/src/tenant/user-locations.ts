import { index, mysqlTable, primaryKey } from "drizzle-orm/mysql-core";
import { uuid } from "../columns.ts";
import { locations } from "./catalogue.ts";
import { users } from "./people.ts";

/** The places a person is limited to, those of a site included. Nobody without a row is. */
export const userLocations = mysqlTable(
  "user_locations",
  {
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id),
    locationId: uuid("location_id")
      .notNull()
      .references(() => locations.id),
  },
  (t) => [primaryKey({ columns: [t.userId, t.locationId] }), index("user_locations_location_ix").on(t.locationId)],
);
