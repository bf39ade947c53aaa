/** How somebody hears of a kind of alert. */
export type Hearing = Readonly<{ inApp: boolean; email: boolean }>;

/** What holds until a person says otherwise: masters hear of everything in the app, and nobody by e-mail. */
export const hearingAtFirst = (role: string): Hearing => ({ inApp: role === "master", email: false });
