import { EMAIL_TIMES, type EmailTime } from "@storehouse/domain";

/** How somebody hears of a kind of alert. */
export type Hearing = Readonly<{ inApp: boolean; email: EmailTime }>;

/** What holds until a person says otherwise: masters hear of everything in the app, and nobody by e-mail. */
export const hearingAtFirst = (role: string): Hearing => ({ inApp: role === "master", email: "never" });

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
