"use client";
import {
  compareComponents,
  type ComponentChange,
  type FormulaComponentRow,
  type FormulaDetail,
} from "@storehouse/domain";
import { Badge, Button, Card, groupDigits, toast } from "@storehouse/ui";
import { trpc } from "../../trpc/client.tsx";
import { nameOf } from "../product/index.ts";
import { errorMessage, MomentText, useCan } from "../session/index.ts";
import { t } from "../../language/t.ts";

type Version = FormulaDetail["versions"][number];

const STATE = {
  DRAFT: {
    get label() {
      return t("formula.draft");
    },
    meaning: "progress",
  },
  ACTIVE: {
    get label() {
      return t("formula.inUse");
    },
    meaning: "fine",
  },
  RETIRED: {
    get label() {
      return t("formula.retired");
    },
    meaning: undefined,
  },
} as const;

/** Every version, the newest first, with what changed from the one before and who saved it. */
export function VersionList({ formula }: { formula: FormulaDetail }) {
  return (
    <Card title={t("formula.versions")} isFlush>
      <ol className="border-t">
        {formula.versions.map((version, at) => (
          <li key={version.id} className="space-y-2 border-b px-5 py-3 last:border-0">
            <VersionHead formula={formula} version={version} />
            {version.note ? <p>{version.note}</p> : null}
            <Changes version={version} before={formula.versions[at + 1]} />
          </li>
        ))}
      </ol>
    </Card>
  );
}

function VersionHead({ formula, version }: { formula: FormulaDetail; version: Version }) {
  const can = useCan();
  const { set, isPending } = useSetState(formula, version);
  const { label, meaning } = STATE[version.state];
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <span className="font-semibold">{t("formula.version", { number: version.number })}</span>
      <Badge meaning={meaning}>{label}</Badge>
      {version.name ? <span>{version.name}</span> : null}
      <span className="text-xs text-faint">
        {version.createdByName}, <MomentText value={version.createdAt} />
        {version.isUsed ? t("formula.somethingWasMade") : ""}
      </span>
      {can("productFormulas.update") && !formula.isArchived ? (
        <span className="ml-auto flex gap-2">
          {version.state === "ACTIVE" ? null : (
            <Button size="sm" isPending={isPending} onClick={() => void set("activate")}>
              {t("formula.useThis")}
            </Button>
          )}
          {version.state === "RETIRED" ? null : (
            <Button size="sm" variant="ghost" isPending={isPending} onClick={() => void set("retire")}>
              {t("formula.retire")}
            </Button>
          )}
        </span>
      ) : null}
    </div>
  );
}

function useSetState(formula: FormulaDetail, version: Version) {
  const utils = trpc.useUtils();
  const activate = trpc.productFormulas.activate.useMutation();
  const retire = trpc.productFormulas.retire.useMutation();
  const set = async (what: "activate" | "retire"): Promise<void> => {
    const input = { id: formula.id, version: formula.version, versionId: version.id };
    try {
      await (what === "activate" ? activate : retire).mutateAsync(input);
      toast(
        what === "activate"
          ? t("formula.versionIsInUse", { number: version.number })
          : t("formula.versionIsRetired", { number: version.number }),
      );
    } catch (error) {
      toast(errorMessage(error), { meaning: "problem" });
    } finally {
      await utils.productFormulas.invalidate();
    }
  };
  return { set, isPending: activate.isPending || retire.isPending };
}

/** What differs from the version before, a line each; all of it for the first. */
function Changes({ version, before }: { version: Version; before: Version | undefined }) {
  const changes = compareComponents(before?.components ?? [], version.components).filter(({ kind }) => kind !== "same");
  const isOutputSame = before === undefined || before.outputQuantity === version.outputQuantity;
  if (changes.length === 0 && isOutputSame)
    return <p className="text-xs text-faint">{t("formula.theSameAsTheVersion")}</p>;
  return (
    <ul className="space-y-1 text-quiet">
      {isOutputSame ? null : (
        <li>
          {t("formula.makes2", {
            outputQuantity: groupDigits(before.outputQuantity),
            outputQuantity2: groupDigits(version.outputQuantity),
          })}
        </li>
      )}
      {changes.map((change) => (
        <li key={rowOf(change).variantId}>{changeText(change)}</li>
      ))}
    </ul>
  );
}

const rowOf = (change: ComponentChange<FormulaComponentRow>): FormulaComponentRow =>
  change.kind === "removed" ? change.before : change.after;

function changeText(change: ComponentChange<FormulaComponentRow>): string {
  const name = nameOf(rowOf(change));
  switch (change.kind) {
    case "added":
      return `+ ${name}: ${amountOf(change.after)}`;
    case "removed":
      return `− ${name}: ${amountOf(change.before)}`;
    case "changed":
    case "same":
      return `${name}: ${amountOf(change.before)} → ${amountOf(change.after)}`;
  }
}

const amountOf = ({ quantity, unit, scrapPercent }: FormulaComponentRow): string =>
  `${groupDigits(quantity)} ${unit}${scrapPercent === "0" ? "" : t("formula.scrap4", { scrapPercent })}`;
