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
  periodEnding: "The period ends on {day}",
  periodEndingBody:
    "Until {day} all works as before, and for two weeks after it. To go on, pay or ask whoever runs the service for more time. Nothing is deleted.",
  paymentDue: "Payment is due",
  paymentDueBody:
    "The period has ended. Until {day} all works as before; from then on the factory can only be read until a payment is recorded. Nothing is deleted.",
  readOnly: "The factory can only be read now",
  readOnlyBody:
    "The period ended two weeks ago. Everything can be read, exported and backed up until {day}; nothing new can be booked until a payment is recorded. Nothing is deleted.",
} as const;
