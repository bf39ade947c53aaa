import { eq, inArray } from "@storehouse/db";
import { alerts, locations, products, units, variants } from "@storehouse/db/tenant";
import { type Language, trimDecimal } from "@storehouse/domain";
import type { TenantContext } from "../context.ts";
import { inChunks } from "../import/in-chunks.ts";
import { sayIn } from "../language/translation.ts";
import { type AlertFacts, alertLetter } from "./alert-letter.ts";
import { queueEmails } from "./queue-email.ts";

/** What one person is to be written of. */
export type AlertMail = Readonly<{
  toAddress: string;
  language: Language;
  alerts: readonly Readonly<{ id: string }>[];
  /** Given where it must not be written twice. */
  id?: string;
  /** Set in the letter of a morning, which says so. */
  isDigest?: boolean;
}>;

/** Queues one e-mail a person about alerts, in the language they chose. The names are read only if somebody wants them by e-mail. */
export async function queueAlertEmails(ctx: TenantContext, mails: readonly AlertMail[]): Promise<void> {
  if (mails.length === 0) return;
  const ids = [...new Set(mails.flatMap((mail) => mail.alerts.map(({ id }) => id)))];
  const known = await readFacts(ctx, ids);
  const emails = mails.map(({ toAddress, language, alerts: wanted, id: ownId, isDigest }) => {
    const say = sayIn(language);
    const facts = wanted.flatMap(({ id }) => known.get(id) ?? []);
    const { subject, body } = alertLetter(facts, say);
    const head = isDigest ? say("letter.thisMorning", { subject }) : subject;
    return { toAddress, subject: head, body, path: "/alerts", ...(ownId !== undefined && { id: ownId }) };
  });
  await queueEmails(ctx, emails);
}

async function readFacts({ db }: TenantContext, ids: readonly string[]): Promise<ReadonlyMap<string, AlertFacts>> {
  const rows = await inChunks(ids, (some) =>
    db
      .select({
        id: alerts.id,
        kind: alerts.kind,
        productName: products.name,
        variantName: variants.name,
        locationName: locations.name,
        unit: units.code,
        onHand: alerts.onHand,
        limit: alerts.limit,
      })
      .from(alerts)
      .innerJoin(variants, eq(variants.id, alerts.variantId))
      .innerJoin(products, eq(products.id, variants.productId))
      .innerJoin(units, eq(units.id, products.baseUnitId))
      .leftJoin(locations, eq(locations.id, alerts.locationId))
      .where(inArray(alerts.id, some)),
  );
  return new Map(
    rows.map(({ id, variantName, productName, ...row }) => [
      id,
      {
        ...row,
        productName: variantName === null ? productName : `${productName}, ${variantName}`,
        onHand: row.onHand === null ? null : trimDecimal(row.onHand),
        limit: row.limit === null ? null : trimDecimal(row.limit),
      },
    ]),
  );
}
