/** What e-mails say. */
export const letter = {
  out: "Out of stock: {productName}",
  outAt: "Out of stock: {productName} at {locationName}",
  low: "Low: {productName}",
  lowAt: "Low: {productName} at {locationName}",
  overstock: "Too much: {productName}",
  overstockAt: "Too much: {productName} at {locationName}",
  mismatch: "Level does not tie: {productName}",
  mismatchAt: "Level does not tie: {productName} at {locationName}",
  leftOfMinimum: "{head}: {onHand} {unit} left, minimum {limit} {unit}",
  leftOfMaximum: "{head}: {onHand} {unit} left, maximum {limit} {unit}",
  keptAs: "{head}: kept as {onHand} {unit}, its entries add up to {limit} {unit}",
  andMore: "{head}, and {count} more",
  more: "and {count} more",
  thisMorning: "This morning: {subject}",
  webhookOff: "Webhook turned off: {host}",
  webhookOffBecause:
    "The program at {host} has taken nothing since {since} UTC, so it is not told any more.\nPut it right there, turn the webhook on again, and send again what it missed.",
} as const;
