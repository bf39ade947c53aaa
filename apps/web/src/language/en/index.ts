import { booking } from "./booking.ts";
import { common } from "./common.ts";
import { entity } from "./entity.ts";
import { entryType } from "./entry-type.ts";
import { failure } from "./failure.ts";
import { home } from "./home.ts";
import { permission } from "./permission.ts";
import { profile } from "./profile.ts";
import { reason } from "./reason.ts";
import { record } from "./record.ts";
import { session } from "./session.ts";
import { shell } from "./shell.ts";
import { stock } from "./stock.ts";

/** Every message, in English. What it holds is what the others must. */
export const en = {
  booking,
  common,
  entity,
  entryType,
  failure,
  home,
  permission,
  profile,
  reason,
  record,
  session,
  shell,
  stock,
} as const;
