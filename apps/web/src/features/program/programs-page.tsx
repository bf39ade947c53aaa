"use client";
import { Button, PageHeader, Tabs } from "@storehouse/ui";
import { KeyRound, Webhook } from "lucide-react";
import { parseAsBoolean, parseAsString, parseAsStringLiteral, useQueryStates } from "nuqs";
import { useDrawerAddress } from "../../components/use-drawer-address.ts";
import { t } from "../../language/t.ts";
import { useCan } from "../session/index.ts";
import { ApiReference } from "./api-reference.tsx";
import { DeliveryLog } from "./delivery-log.tsx";
import { KeySheet } from "./key-sheet.tsx";
import { KeyTable } from "./key-table.tsx";
import { WebhookSheet } from "./webhook-sheet.tsx";
import { WebhookTable } from "./webhook-table.tsx";

const TABS = ["keys", "webhooks", "deliveries", "reference"] as const;

/** Where other programs come in and are told: their keys, their webhooks, and what they can ask for. The open tab and drawer stand in the URL. */
export function ProgramsPage() {
  const can = useCan();
  const [{ tab, add }, set] = useQueryStates({
    tab: parseAsStringLiteral(TABS).withDefault("keys"),
    add: parseAsBoolean.withDefault(false),
    webhook: parseAsString,
  });
  const { openId, open, close } = useDrawerAddress("open");
  const isTelling = tab === "webhooks" || tab === "deliveries";
  const mayAdd = can(isTelling ? "webhooks.create" : "apiKeys.create");
  const addButton = mayAdd ? (
    <Button variant="primary" onClick={() => void set({ add: true })}>
      {isTelling ? <Webhook aria-hidden /> : <KeyRound aria-hidden />}
      {isTelling ? t("program.addAWebhook") : t("program.makeAKey")}
    </Button>
  ) : null;
  const showDeliveries = (webhook: string) => {
    close();
    void set({ tab: "deliveries", add: null, webhook });
  };
  const isShown = (one: (typeof TABS)[number]) => one === tab;
  const endAdd = () => void set({ add: null });
  const telling = [
    {
      id: "webhooks",
      label: t("program.webhooks"),
      content: isShown("webhooks") ? (
        <WebhookTable
          addButton={addButton}
          openId={openId}
          onOpen={open}
          onClose={close}
          onDeliveries={showDeliveries}
        />
      ) : null,
    },
    { id: "deliveries", label: t("program.deliveries"), content: isShown("deliveries") ? <DeliveryLog /> : null },
  ];
  return (
    <div className="space-y-5">
      <PageHeader title={t("program.programs")} hint={t("program.letATill")} actions={addButton} />
      <Tabs
        label={t("program.programs")}
        value={tab}
        onChange={(next) => void set({ tab: TABS.find((one) => one === next) ?? "keys", add: null, webhook: null })}
        tabs={[
          {
            id: "keys",
            label: t("program.keys"),
            content: isShown("keys") ? <KeyTable addButton={addButton} /> : null,
          },
          ...(can("webhooks.read") ? telling : []),
          { id: "reference", label: t("program.reference"), content: isShown("reference") ? <ApiReference /> : null },
        ]}
      />
      {add && mayAdd && !isTelling ? <KeySheet onClose={endAdd} /> : null}
      {add && mayAdd && isTelling ? (
        <WebhookSheet record={null} onClose={endAdd} onDeliveries={showDeliveries} />
      ) : null}
    </div>
  );
}
