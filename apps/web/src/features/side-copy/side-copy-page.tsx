"use client";
import type { SideCopyRow } from "@storehouse/domain";
import {
  Banner,
  Button,
  Card,
  EmptyState,
  ErrorState,
  momentText,
  PageHeader,
  Skeleton,
  toast,
  useFormats,
} from "@storehouse/ui";
import { Layers2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { PageLink } from "../../components/page-link.tsx";
import { t } from "../../language/t.ts";
import { trpc } from "../../trpc/client.tsx";
import { errorMessage, useCan } from "../session/index.ts";
import { CopyProgress } from "./copy-progress.tsx";
import { Differences } from "./differences.tsx";
import { SwitchButton } from "./switch-button.tsx";
import { isUnderWay, useCopy } from "./use-copy.ts";

/** A copy of the factory as it was: what differs from now, and what of it to take back. */
export function SideCopyPage({ id }: { id: string }) {
  const copy = useCopy(id);
  const formats = useFormats();
  const savedAt = copy.data?.savedAt ?? null;
  const at = savedAt === null ? null : momentText(new Date(savedAt), formats);
  return (
    <div className="space-y-5">
      <PageHeader
        title={at === null ? t("sideCopy.opening") : t("sideCopy.title", { at })}
        hint={t("sideCopy.hint")}
        breadcrumb={
          <PageLink href="/backups" className="hover:text-ink">
            {t("backup.backups")}
          </PageLink>
        }
        actions={
          copy.data?.state === "READY" ? (
            <>
              <CloseButton id={id} />
              <SwitchButton id={id} at={at ?? "…"} />
            </>
          ) : null
        }
      />
      {copy.data ? (
        <Body copy={copy.data} at={at ?? "…"} />
      ) : copy.error ? (
        <ErrorState text={errorMessage(copy.error)} onRetry={copy.refetch} />
      ) : (
        <Skeleton className="h-40" />
      )}
    </div>
  );
}

function Body({ copy, at }: { copy: SideCopyRow; at: string }) {
  if (isUnderWay(copy)) {
    return (
      <Card>
        <CopyProgress copy={copy} />
      </Card>
    );
  }
  if (copy.state === "FAILED") {
    return (
      <Banner meaning="problem" action={<ToBackups />}>
        {t("sideCopy.failed", { reason: copy.reason ?? t("sideCopy.unknownReason") })}
      </Banner>
    );
  }
  if (copy.state === "READY") return <Differences id={copy.id} at={at} />;
  return (
    <EmptyState
      isPage
      icon={Layers2}
      title={copy.state === "SWITCHED" ? t("sideCopy.switched") : t("sideCopy.gone")}
      text={t("sideCopy.goneText")}
      actions={<ToBackups />}
    />
  );
}

const ToBackups = () => (
  <Button asChild>
    <PageLink href="/backups">{t("sideCopy.toBackups")}</PageLink>
  </Button>
);

function CloseButton({ id }: { id: string }) {
  const can = useCan();
  const router = useRouter();
  const utils = trpc.useUtils();
  const close = trpc.backup.closeSideCopy.useMutation({
    onSuccess: async () => {
      toast(t("sideCopy.closed"));
      router.push("/backups");
      await utils.backup.invalidate();
    },
    onError: (error) => toast(errorMessage(error), { meaning: "problem" }),
  });
  if (!can("backups.openCopy")) return null;
  return (
    <Button isPending={close.isPending} onClick={() => close.mutate({ id })}>
      {t("sideCopy.close")}
    </Button>
  );
}
