/** What the console says of plans and payments. */
export const B = {
  heading: "Plan and payment",
  headingHint: "Nothing is ever deleted for want of payment.",
  planName: (plan: string) => `On the plan ${plan}`,
  planHint: "What it has beyond a smaller plan's limits stays; it only adds no more.",
  change: "Change plan",
  changeTitle: (name: string) => `Put ${name} on another plan`,
  changeText: "Its limits and modules are those of the new plan within seconds.",
  changeNow: "Change plan",
  changed: "It is on the new plan within seconds.",
  newPlan: "Plan",
  pay: "Record payment",
  payHint: "All works again at once, also where it was read only or shut for want of payment.",
  payTitle: (name: string) => `A payment of ${name}`,
  payNow: "Record payment",
  paid: "Written down. All works there within seconds.",
  paidUntil: "Paid until, this day included",
  reference: "Reference",
  extend: "Extend trial",
  extendTitle: (name: string) => `A longer trial for ${name}`,
  extendText: "It goes on until the end of this day; what was read only or shut works again at once.",
  extendNow: "Extend trial",
  extended: "Its trial goes on.",
  trialUntil: "Until, this day included",
  state: { TRIAL: "Trial", ACTIVE: "Paid", PAST_DUE: "Payment due", READ_ONLY: "Read only", SUSPENDED: "Unpaid" },
  until: (day: string) => `until ${day}`,
  readOnlyFrom: (day: string) => `read only from ${day}`,
  shutFrom: (day: string) => `shut on ${day}`,
  endless: "no end set",
} as const;

/** What the service's log says of them. */
export const BILLING_ACTIONS = {
  "factory.recordPayment": "Payment recorded",
  "factory.extendTrial": "Trial extended",
  "factory.subscription": "Subscription moved on",
  "factory.setModule": "Module turned on or off",
} as const;
