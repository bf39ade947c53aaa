import type { AlertKind } from "@storehouse/domain";
import type { Recipient } from "./find-recipients.ts";
import type { Hearing } from "./preference.ts";

type About = Readonly<{ kind: AlertKind; locationId: string | null }>;

/** The alerts that a person wants to hear of in one way; who is limited to places hears of those alone. */
export const wantedBy = <Alert extends About>(
  { hearing, places }: Recipient,
  alerts: readonly Alert[],
  wants: (hearing: Hearing) => boolean,
): readonly Alert[] =>
  alerts.filter(
    ({ kind, locationId }) =>
      wants(hearing(kind)) && (places === undefined || (locationId !== null && places.has(locationId))),
  );
