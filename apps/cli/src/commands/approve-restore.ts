import { operatorCopies } from "@storehouse/backup/desk";
import { eq } from "@storehouse/db";
import { sideCopies } from "@storehouse/db/central";
import { fail, Id } from "@storehouse/domain";
import { approveFactoryCopy } from "@storehouse/services";
import { parseArgs } from "node:util";
import type { Command } from "../command.ts";
import { UsageError } from "../usage-error.ts";
import { asOperator } from "./as-operator.ts";
import { theOne } from "./the-one.ts";
import { withCentral } from "./with-central.ts";

/** Approves, as a second operator, that another factory's archive be restored; the one who asked can't. */
export const approveRestoreCommand: Command = {
  usage: "backup approve <copy id> --as <operator> --confirm <db_name>  (a code of their phone on standard input)",
  run: (context) => {
    const option = { type: "string", default: "" } as const;
    const options = { as: option, confirm: option } as const;
    const { values, positionals } = parseArgs({ args: [...context.args], allowPositionals: true, options });
    const id = Id.safeParse(theOne(positionals, "copy id"));
    if (!id.success) throw new UsageError("Give the id of the copy that waits.");
    return withCentral(context.env, async (central) => {
      const ctx = await asOperator(context, central, values.as);
      const [copy] = await central.select().from(sideCopies).where(eq(sideCopies.id, id.data));
      if (copy === undefined) return fail({ code: "NOT_FOUND", entity: "sideCopy", id: id.data });
      const ports = { copiesOf: (factory: { id: string; dbName: string }) => operatorCopies(central, factory) };
      await approveFactoryCopy(ctx, ports, { factoryId: copy.factoryId, id: id.data, confirm: values.confirm });
      context.print(`${id.data} is approved: the worker restores it now, and it can then be switched to.`);
      return 0;
    });
  },
};
