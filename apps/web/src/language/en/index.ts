import { alert } from "./alert.ts";
import { audit } from "./audit.ts";
import { backup } from "./backup.ts";
import { booking } from "./booking.ts";
import { bulk } from "./bulk.ts";
import { common } from "./common.ts";
import { deed } from "./deed.ts";
import { entity } from "./entity.ts";
import { entry } from "./entry.ts";
import { entryType } from "./entry-type.ts";
import { exporting } from "./exporting.ts";
import { failure } from "./failure.ts";
import { field } from "./field.ts";
import { formula } from "./formula.ts";
import { history } from "./history.ts";
import { home } from "./home.ts";
import { importing } from "./importing.ts";
import { label } from "./label.ts";
import { landing } from "./landing.ts";
import { location } from "./location.ts";
import { make } from "./make.ts";
import { page } from "./page.ts";
import { people } from "./people.ts";
import { permission } from "./permission.ts";
import { problem } from "./problem.ts";
import { plan } from "./plan.ts";
import { product } from "./product.ts";
import { profile } from "./profile.ts";
import { program } from "./program.ts";
import { reason } from "./reason.ts";
import { record } from "./record.ts";
import { registration } from "./registration.ts";
import { role } from "./role.ts";
import { sample } from "./sample.ts";
import { scan } from "./scan.ts";
import { search } from "./search.ts";
import { session } from "./session.ts";
import { settings } from "./settings.ts";
import { shell } from "./shell.ts";
import { sideCopy } from "./side-copy.ts";
import { stock } from "./stock.ts";
import { subcategory } from "./subcategory.ts";
import { supplier } from "./supplier.ts";
import { support } from "./support.ts";
import { ui } from "./ui.ts";
import { unit } from "./unit.ts";
import { view } from "./view.ts";

/** Every message, in English. What it holds is what the others must. */
export const en = {
  alert,
  audit,
  backup,
  booking,
  bulk,
  common,
  deed,
  entity,
  entry,
  entryType,
  exporting,
  failure,
  field,
  formula,
  history,
  home,
  importing,
  label,
  landing,
  location,
  make,
  page,
  people,
  permission,
  problem,
  plan,
  product,
  profile,
  program,
  reason,
  record,
  registration,
  role,
  sample,
  scan,
  search,
  session,
  settings,
  shell,
  sideCopy,
  stock,
  subcategory,
  supplier,
  support,
  ui,
  unit,
  view,
} as const;
