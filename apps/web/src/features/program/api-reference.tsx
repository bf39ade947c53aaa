"use client";
import { Card, ErrorState, Skeleton } from "@storehouse/ui";
import { useQuery } from "@tanstack/react-query";
import { t } from "../../language/t.ts";
import { readApiDocument } from "./api-document.ts";
import { EndpointItem, Sample } from "./endpoint-item.tsx";

/** What programs can ask for, drawn from the OpenAPI document that they read too. */
export function ApiReference() {
  const { data, isPending, refetch } = useQuery({
    queryKey: ["api-document"],
    queryFn: ({ signal }) => readApiDocument(signal),
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (isPending) return <Skeleton className="h-64" />;
  if (data === undefined) return <ErrorState text={t("program.referenceNotRead")} onRetry={() => void refetch()} />;
  return (
    <div className="max-w-4xl space-y-6">
      <div className="max-w-[70ch] space-y-2 text-quiet">
        <p>{data.description}</p>
        <p>
          {t.rich("program.sendTheKeyAs", {
            code: (text) => <code className="font-mono">{text}</code>,
            link: (text) => (
              <a href="/api/openapi.json" className="text-accent-ink underline" target="_blank" rel="noreferrer">
                {text}
              </a>
            ),
          })}
        </p>
        <p>{t.rich("program.refusedSaysWhy", { code: (text) => <code className="font-mono">{text}</code> })}</p>
        <Sample title={t("program.refusalForExample")} text={JSON.stringify(data.refusal, null, 2)} />
      </div>
      {data.groups.map(({ name, endpoints }) => (
        <Card key={name} title={<span className="inline-block first-letter:uppercase">{name}</span>} isFlush>
          <ul className="border-t">
            {endpoints.map((endpoint) => (
              <EndpointItem key={endpoint.operation.operationId} endpoint={endpoint} />
            ))}
          </ul>
        </Card>
      ))}
    </div>
  );
}
