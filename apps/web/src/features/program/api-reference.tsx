"use client";
import { Card, ErrorState, Skeleton } from "@storehouse/ui";
import { useQuery } from "@tanstack/react-query";
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
  if (data === undefined)
    return <ErrorState text="The reference could not be read just now." onRetry={() => void refetch()} />;
  return (
    <div className="max-w-4xl space-y-6">
      <div className="max-w-[70ch] space-y-2 text-quiet">
        <p>{data.description}</p>
        <p>
          Send the key as <code className="font-mono">Authorization: Bearer shk_…</code>. The whole document is at{" "}
          <a href="/api/openapi.json" className="text-accent-ink underline" target="_blank" rel="noreferrer">
            /api/openapi.json
          </a>
          .
        </p>
        <p>
          What is refused says why: <code className="font-mono">failure</code> by a code and facts,{" "}
          <code className="font-mono">fields</code> by the field that has to be put right.
        </p>
        <Sample title="A refusal, for example" text={JSON.stringify(data.refusal, null, 2)} />
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
