const required = (name: string): string => {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: start the journeys with \`npm test -- e2e\``);
  return value;
};

/** What the journeys are told: where the app answers and which browser to use. */
export const e2eEnv = { baseUrl: required("BASE_URL"), chromium: required("CHROMIUM_PATH") };
