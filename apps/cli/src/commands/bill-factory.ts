import { eq } from "@storehouse/db";
import { factories } from "@storehouse/db/central";
import { fail } from "@storehouse/domain";
import { extendTrial, recordPayment } from "@storehouse/tenancy";
import { parseArgs } from "node:util";
import type { Command, CommandContext } from "../command.ts";
import { UsageError } from "../usage-error.ts";
import { theOne } from "./the-one.ts";
import { withCentral } from "./with-central.ts";

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Writes down that a factory is paid for, the day included: all works again at once. */
export const recordPaymentCommand: Command = {
  usage: "factory record-payment <db_name> --until <YYYY-MM-DD> [--reference <text>]",
  run: async (context) => {
    const { dbName, until, reference } = wishOf(context.args);
    await withFactory(context, dbName, (central, factoryId) =>
      recordPayment(central, { factoryId, until, now: new Date(), actor: "operator" }, reference),
    );
    context.print(`${dbName} is paid for until ${until.toISOString()}.`);
    return 0;
  },
};

/** Lets a factory's trial go on, the day included. */
export const extendTrialCommand: Command = {
  usage: "factory extend-trial <db_name> --until <YYYY-MM-DD>",
  run: async (context) => {
    const { dbName, until } = wishOf(context.args);
    await withFactory(context, dbName, (central, factoryId) =>
      extendTrial(central, { factoryId, until, now: new Date(), actor: "operator" }),
    );
    context.print(`${dbName} is on trial until ${until.toISOString()}.`);
    return 0;
  },
};

function wishOf(args: readonly string[]): Readonly<{ dbName: string; until: Date; reference: string }> {
  const options = { until: { type: "string", default: "" }, reference: { type: "string", default: "" } } as const;
  const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options });
  const until = new Date(`${values.until}T23:59:59.999Z`);
  if (!DAY.test(values.until) || Number.isNaN(until.getTime())) throw new UsageError("Give --until <YYYY-MM-DD>.");
  return { dbName: theOne(positionals, "db_name"), until, reference: values.reference.slice(0, 100) };
}

const withFactory = <T>(
  { env }: CommandContext,
  dbName: string,
  work: (central: Parameters<typeof recordPayment>[0], factoryId: string) => Promise<T>,
): Promise<T> =>
  withCentral(env, async (central) => {
    const [row] = await central.select({ id: factories.id }).from(factories).where(eq(factories.dbName, dbName));
    if (row === undefined) return fail({ code: "NOT_FOUND", entity: "factory", id: dbName });
    return work(central, row.id);
  });
