import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { APP_COMMANDS, type AppCommand } from "../app-commands.ts";
import { serverConfig } from "../database/server-config.ts";
import { ROOT } from "../paths.ts";

type Service = {
  build?: { context: string; dockerfile: string; target: string };
  command?: string[];
  environment: Record<string, string>;
  depends_on?: Record<string, { condition: string }>;
  healthcheck?: { test: string[] };
  ports?: string[];
};

const COMPOSE = readFileSync(join(ROOT, "docker-compose.yml"), "utf8");
const DOCKERFILE = readFileSync(join(ROOT, "tooling/docker/Dockerfile"), "utf8");
const { services } = parse(COMPOSE, { merge: true }) as {
  services: Record<"database" | "setup" | "web" | "worker", Service>;
};

/** The folder and command line of one target of the Dockerfile. */
function imageCommand(target: string): { cwd: string; args: unknown } {
  const stage = DOCKERFILE.split(/^FROM /m).find((text) => text.split("\n")[0]?.endsWith(` AS ${target}`)) ?? "";
  const cwd = /^WORKDIR (\S+)$/m.exec(stage)?.[1] ?? "";
  return { cwd, args: JSON.parse(/^(?:CMD|RUN) (\[.*\])$/m.exec(stage)?.[1] ?? "null") };
}

function asImage({ cwd, args }: AppCommand): { cwd: string; args: unknown } {
  return { cwd: cwd === "." ? "/app" : `/app/${cwd}`, args: ["node", ...args] };
}

describe("the images", () => {
  test.each(["setup", "web", "worker"] as const)("%s runs what the supervisor runs", (name) => {
    expect(imageCommand(name)).toEqual(asImage(APP_COMMANDS[name]));
    expect(services[name].build).toEqual({ context: ".", dockerfile: "tooling/docker/Dockerfile", target: name });
    expect(services[name].command).toBeUndefined();
  });

  test("the build is made by the same command", () => {
    const build = /^RUN (\["node".*\])$/m.exec(DOCKERFILE)?.[1] ?? "null";
    expect(JSON.parse(build)).toEqual(["node", ...APP_COMMANDS.build.args]);
  });

  test("install with the pnpm that the project names", () => {
    const { packageManager } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as {
      packageManager: string;
    };
    const used = [...DOCKERFILE.matchAll(/npx --yes (\S+) install --frozen-lockfile/g)].map(([, pnpm]) => pnpm);
    expect(used).toEqual([packageManager, packageManager]);
  });
});

describe("docker-compose.yml", () => {
  test("has no secret and no default for one; .env.example names each", () => {
    const example = readFileSync(join(ROOT, ".env.example"), "utf8");
    const variables = [...COMPOSE.matchAll(/\$\{(\w+)(:[?-][^}]*)?\}/g)];
    const required = variables.filter(([, , rule]) => rule?.startsWith(":?")).map(([, name]) => name ?? "");
    const optional = variables.filter(([, , rule]) => !rule?.startsWith(":?")).map(([, name]) => name);
    expect(new Set(required)).toEqual(
      new Set([
        "WEB_DATABASE_PASSWORD",
        "PROVISIONER_DATABASE_PASSWORD",
        "MYSQL_ROOT_PASSWORD",
        "STOREHOUSE_KEYS",
        "AUTH_SECRET",
        "PUBLIC_URL",
      ]),
    );
    expect(optional.filter((name) => !name?.startsWith("BACKUP_S3_"))).toEqual([
      "TRUSTED_PROXY_HOPS",
      "SMTP_URL",
      "MAIL_FROM",
    ]);
    for (const name of optional) expect(example).toMatch(new RegExp(`^${name}=`, "m"));
    for (const name of required) expect(example).toMatch(new RegExp(`^${name}=`, "m"));
  });

  test("only setup may log in as root, and web does not know the provisioner", () => {
    expect(JSON.stringify(services.web.environment)).not.toMatch(/ROOT|PROVISIONER/);
    expect(JSON.stringify(services.worker.environment)).not.toMatch(/ROOT/);
    expect(services.setup.environment["DATABASE_URL"]).toMatch(/^mysql:\/\/root:/);
  });

  test("web is on 3000, waits for setup, and all that serves has a health check", () => {
    expect(services.web.ports).toEqual(["3000:3000"]);
    for (const name of ["web", "worker"] as const) {
      expect(services[name].depends_on).toEqual({ setup: { condition: "service_completed_successfully" } });
    }
    expect(services.setup.depends_on).toEqual({ database: { condition: "service_healthy" } });
    expect(services.database.healthcheck?.test.join(" ")).toContain("mysqladmin ping");
    expect(services.web.healthcheck?.test.join(" ")).toContain("/health");
    expect(services.worker.healthcheck?.test).toEqual(["CMD", "node", ...APP_COMMANDS.workerHealth.args]);
  });

  test("the server's promises are those of the private server", () => {
    const place = { home: "/h", dataFolder: "/h/data", socketPath: "/h/s", port: 1 };
    const program = { flavour: "mysql", version: "8.4", command: ["mysqld"], config: [] } as const;
    const own = serverConfig(program, place, { bufferPoolMib: 512, logMib: 256, maxConnections: 500 });
    const promised =
      /^(character_set_server|collation_server|default_time_zone|transaction_isolation|sql_mode|innodb_flush_log_at_trx_commit|local_infile|skip_name_resolve|innodb_lock_wait_timeout)\b/;
    const lines = own.split("\n").filter((line) => promised.test(line));
    expect(lines).toHaveLength(9);
    for (const line of lines) {
      const [name = "", value] = line.replaceAll("'", "").split("=");
      const option = `--${name.replaceAll("_", "-")}`;
      expect(services.database.command).toContain(value === undefined ? option : `${option}=${value}`);
    }
  });
});
