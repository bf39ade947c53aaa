const STEPS = [
  { unit: "day", ms: 86_400_000 },
  { unit: "hour", ms: 3_600_000 },
  { unit: "minute", ms: 60_000 },
] as const;

/** How long ago a moment was, as "3 hours ago". */
export function ago(at: string, now = Date.now()): string {
  const past = Math.max(0, now - Date.parse(at));
  const words = new Intl.RelativeTimeFormat("en-GB", { numeric: "always" });
  const step = STEPS.find(({ ms }) => past >= ms);
  return step === undefined ? "just now" : words.format(-Math.floor(past / step.ms), step.unit);
}
