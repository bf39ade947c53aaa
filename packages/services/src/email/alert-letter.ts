import type { AlertKind } from "@storehouse/domain";

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

const WORDS: Readonly<Record<AlertKind, string>> = {
  OUT: "Out of stock",
  LOW: "Low",
  OVERSTOCK: "Too much",
  LEVEL_MISMATCH: "Level does not tie",
};

/** Subject and text of one e-mail about alerts that came at once: the first is named, up to twenty are listed. */
export function alertLetter(alerts: readonly AlertFacts[]): { subject: string; body: string } {
  const [first] = alerts;
  if (first === undefined) return { subject: "", body: "" };
  const others = alerts.length - 1;
  const more = others === 0 ? "" : `, and ${others} more`;
  const lines = alerts.slice(0, LINES_MAX).map((alert) => `- ${headOf(alert)}${numbersOf(alert)}`);
  const rest = alerts.length - lines.length;
  return {
    subject: `${headOf(first)}${more}`,
    body: [...lines, ...(rest > 0 ? [`- and ${rest} more`] : [])].join("\n"),
  };
}

const headOf = ({ kind, productName, locationName }: AlertFacts): string =>
  `${WORDS[kind]}: ${productName}${locationName === null ? "" : ` at ${locationName}`}`;

function numbersOf({ kind, unit, onHand, limit }: AlertFacts): string {
  if (onHand === null || limit === null) return "";
  if (kind === "LEVEL_MISMATCH") return `: kept as ${onHand} ${unit}, its entries add up to ${limit} ${unit}`;
  return `: ${onHand} ${unit} left, ${kind === "OVERSTOCK" ? "maximum" : "minimum"} ${limit} ${unit}`;
}
