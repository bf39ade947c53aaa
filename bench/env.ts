const required = (name: string): string => {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: start the bench with \`npm run bench\``);
  return value;
};

/** What the bench is told: where the app answers, which process that is, and an administrator's way to its database server. */
export const benchEnv = () => ({
  base: new URL(required("BASE_URL")),
  webPid: Number(required("WEB_PID")),
  adminUrl: required("DATABASE_URL"),
  floorPort: Number(process.env.FLOOR_PORT ?? 14_900),
  /** How long the ledger is; shorter ones are for trying the bench itself. */
  entries: Number(process.env.BENCH_ENTRIES ?? 1_000_000),
});

/** What the floor's process is told. */
export const floorEnv = () => ({
  databaseUrl: required("FLOOR_DATABASE_URL"),
  password: required("FLOOR_PASSWORD"),
  port: Number(required("FLOOR_PORT")),
});
