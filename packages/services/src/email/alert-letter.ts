import type { AlertKind } from "@storehouse/domain";
import type { Say } from "../language/translation.ts";

/** An alert as its e-mail tells it. */
export type AlertFacts = Readonly<{
  kind: AlertKind;
  productName: string;
  locationName: string | null;
  unit: string;
  onHand: string | null;
  limit: string | null;
}>;

const LINES_MAX = 20;

/** Subject and text of one e-mail about alerts that came at once: the first is named, up to twenty are listed. */
export function alertLetter(alerts: readonly AlertFacts[], say: Say): { subject: string; body: string } {
  const [first] = alerts;
  if (first === undefined) return { subject: "", body: "" };
  const head = headOf(first, say);
  const others = alerts.length - 1;
  const lines = alerts.slice(0, LINES_MAX).map((alert) => lineOf(alert, say));
  const rest = alerts.length - lines.length;
  return {
    subject: others === 0 ? head : say("letter.andMore", { head, count: others }),
    body: [...lines, ...(rest > 0 ? [say("letter.more", { count: rest })] : [])].map((line) => `- ${line}`).join("\n"),
  };
}

const NAMES = { OUT: "out", LOW: "low", OVERSTOCK: "overstock", LEVEL_MISMATCH: "mismatch" } as const;

function headOf({ kind, productName, locationName }: AlertFacts, say: Say): string {
  const name = NAMES[kind];
  return locationName === null
    ? say(`letter.${name}`, { productName })
    : say(`letter.${name}At`, { productName, locationName });
}

function lineOf(alert: AlertFacts, say: Say): string {
  const { kind, unit, onHand, limit } = alert;
  const head = headOf(alert, say);
  if (onHand === null || limit === null) return head;
  const figures = { head, onHand, limit, unit };
  if (kind === "LEVEL_MISMATCH") return say("letter.keptAs", figures);
  return say(kind === "OVERSTOCK" ? "letter.leftOfMaximum" : "letter.leftOfMinimum", figures);
}
