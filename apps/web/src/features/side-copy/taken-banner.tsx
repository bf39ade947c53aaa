"use client";
import type { TakenState } from "@storehouse/domain";
import { Banner, Button } from "@storehouse/ui";
import { t } from "../../language/t.ts";
import type { Taking } from "./use-take-back.ts";

/** What came of taking back, with the way to undo it; or why it was refused. */
export function TakenBanner({ taking, at }: { taking: Taking; at: string }) {
  const { result, refusal } = taking;
  if (refusal !== null) return <Banner meaning="problem">{refusal}</Banner>;
  if (result === null) return null;
  const count = (state: TakenState) => result.rows.filter((row) => row.state === state).length;
  const [same, kept] = [count("SAME"), count("KEPT")];
  const words = [
    result.isUndone ? t("sideCopy.undone") : t("sideCopy.taken", { count: count("TAKEN"), at }),
    ...(same > 0 && !result.isUndone ? [t("sideCopy.same", { count: same })] : []),
    ...(kept > 0 ? [t("sideCopy.kept", { count: kept })] : []),
  ];
  return (
    <Banner
      meaning="fine"
      action={
        result.isUndone ? null : (
          <Button size="sm" isPending={taking.isPending} onClick={() => void taking.undo(result.id)}>
            {t("sideCopy.undo")}
          </Button>
        )
      }
    >
      {words.join(" · ")}
    </Banner>
  );
}
