const required = (name: string): string => {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: start the journeys with \`npm test -- e2e\``);
  return value;
};

/** What the journeys are told: where the app answers, which browser to use, and how to enter the seeded factory where there is one. */
export const e2eEnv = {
  baseUrl: required("BASE_URL"),
  chromium: required("CHROMIUM_PATH"),
  /** Where the operator chooses a password, once in all the journeys. */
  operatorLink: required("OPERATOR_LINK"),
  seedLogin: process.env["SEED_LOGIN"] ?? "asha@shree_fans",
  seedPassword: process.env["SEED_PASSWORD"] ?? "",
};
