import { EMAIL_TIMES, type EmailTime, type NotificationKind } from "@storehouse/domain";

/** How somebody hears of a kind of alert. */
export type Hearing = Readonly<{ inApp: boolean; email: EmailTime }>;

/**
 * What holds until a person says otherwise: masters hear of every alert in the app, and nobody by e-mail. That a webhook was turned off is told at
 * once to everybody who may turn it on, in the app, and to masters by e-mail too.
 */
export function hearingAtFirst(role: string, kind: NotificationKind): Hearing {
  const isMaster = role === "master";
  if (kind === "WEBHOOK_OFF") return { inApp: true, email: isMaster ? "atOnce" : "never" };
  return { inApp: isMaster, email: "never" };
}

/** A choice as it is stored. */
export const hearingOf = (row: Readonly<{ inApp: number | null; email: number | null }>): Hearing => ({
  inApp: row.inApp === 1,
  email: EMAIL_TIMES[row.email ?? 0] ?? "never",
});

/** A choice as it is to be stored. */
export const storedHearing = ({ inApp, email }: Hearing): { inApp: number; email: number } => ({
  inApp: Number(inApp),
  email: EMAIL_TIMES.indexOf(email),
});
