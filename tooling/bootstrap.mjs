// The only file that runs on the machine's own Node (20 or newer, nothing installed): it installs what the
// lockfile names, then hands over to the project's own Node. Everything after this line of defence is TypeScript.
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { constants } from "node:os";
import { delimiter, dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const COMMANDS = ["start", "test", "dev", "seed", "bench", "screenshots"];
const OLDEST_NODE = 20;
const OLDEST_NODE_FOR_TYPESCRIPT = 24;

const root = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const [command, ...rest] = process.argv.slice(2);

if (command === undefined || !COMMANDS.includes(command))
  leave(`usage: bootstrap.mjs ${COMMANDS.join("|")} [arguments]`);
if (nodeMajor() < OLDEST_NODE) leave(`Node ${OLDEST_NODE} or newer is needed; this is ${process.version}.`);

process.chdir(root);
installDependencies();
handOver(projectNode(), join("tooling", `${command}.ts`), rest);

function installDependencies() {
  const { packageManager } = JSON.parse(readFileSync("package.json", "utf8"));
  const stampFile = join("node_modules", ".storehouse-install");
  const stamp = createHash("sha256")
    .update(readFileSync("pnpm-lock.yaml"))
    .update(readFileSync("pnpm-workspace.yaml"))
    .digest("hex");
  if (existsSync(stampFile) && readFileSync(stampFile, "utf8") === stamp) return;

  console.error("Installing dependencies (once, and again only when the lockfile changes) …");
  const installed = spawnSync("npx", ["--yes", packageManager, "install", "--frozen-lockfile"], {
    stdio: ["ignore", 2, 2],
    env: { ...process.env, CI: "true", PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: "1" },
  });
  if (installed.status !== 0) leave("The dependencies could not be installed; the lines above say why.");
  writeFileSync(stampFile, stamp);
}

/** The lockfile brings a Node for Linux on x64; elsewhere the machine's own must be able to run TypeScript. */
function projectNode() {
  const own = join(root, "node_modules", ".bin", "node");
  if (existsSync(own)) return own;
  if (nodeMajor() >= OLDEST_NODE_FOR_TYPESCRIPT) return process.execPath;
  return leave(`On this platform Node ${OLDEST_NODE_FOR_TYPESCRIPT} or newer is needed; this is ${process.version}.`);
}

function handOver(node, script, args) {
  const child = spawn(node, [script, ...args], {
    stdio: "inherit",
    env: {
      ...process.env,
      PATH: [join(root, "node_modules", ".bin"), process.env.PATH].join(delimiter),
      NEXT_TELEMETRY_DISABLED: "1",
      TURBO_TELEMETRY_DISABLED: "1",
      PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: "1",
    },
  });
  // The child decides when to leave; a terminal's Ctrl+C reaches both, so it may be told twice.
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  child.on("error", (error) => leave(`${script} could not be started: ${error.message}`));
  child.on("exit", (code, signal) => process.exit(code ?? 128 + (constants.signals[signal] ?? 1)));
}

function nodeMajor() {
  return Number(process.versions.node.split(".")[0]);
}

function leave(message) {
  console.error(message);
  process.exit(1);
}
