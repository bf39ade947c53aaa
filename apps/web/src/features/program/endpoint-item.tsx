"use client";
import { cn } from "@storehouse/ui";
import { t } from "../../language/t.ts";
import type { Endpoint } from "./api-document.ts";

/** One path: closed, what it does; open, what it takes and how it is called. */
export function EndpointItem({ endpoint: { method, path, operation } }: { endpoint: Endpoint }) {
  const body = operation.requestBody?.content["application/json"];
  const answer = operation.responses[200].content["application/json"];
  const { parameters } = operation;
  return (
    <li className="border-b last:border-0">
      <details>
        <summary className="flex cursor-pointer flex-wrap items-baseline gap-x-3 gap-y-1 px-5 py-3 hover:bg-hover">
          <span
            className={cn(
              "w-11 shrink-0 font-mono text-xs font-semibold",
              method === "GET" ? "text-quiet" : "text-accent-ink",
            )}
          >
            {method}
          </span>
          <span className="min-w-0 font-mono text-xs break-all">{path}</span>
          <span className="text-faint sm:ml-auto">{operation.summary}</span>
        </summary>
        <div className="space-y-4 px-5 pb-5">
          <p className="text-quiet">{operation.description ?? t("program.openToAnybody")}</p>
          {parameters.length > 0 ? <ParameterList parameters={parameters} /> : null}
          <Sample title={t("program.howItIsCalled")} text={exampleOf(method, path)} />
          {body === undefined ? null : <Shape title={t("program.body")} media={body} />}
          {answer === undefined ? null : <Shape title={t("program.answer")} media={answer} />}
        </div>
      </details>
    </li>
  );
}

function ParameterList({ parameters }: { parameters: Endpoint["operation"]["parameters"] }) {
  return (
    <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1">
      {parameters.map(({ name, in: place, required, description, schema }) => (
        <div key={name} className="contents">
          <dt className="font-mono text-xs leading-5">{name}</dt>
          <dd className="text-faint">
            {description ?? typeText(schema)} · {place}
            {required ? ` · ${t("program.needed")}` : ""}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** What is sent or comes back: an example, and for who wants it exactly, the schema. */
function Shape({ title, media }: { title: string; media: { schema: object; example: unknown } }) {
  return (
    <div className="space-y-1.5">
      <Sample title={t("program.forExample", { what: title })} text={JSON.stringify(media.example, null, 2)} />
      <details>
        <summary className="cursor-pointer text-xs text-faint">{t("program.asJsonSchema", { what: title })}</summary>
        <Sample title="" text={JSON.stringify(media.schema, null, 2)} />
      </details>
    </div>
  );
}

export function Sample({ title, text }: { title: string; text: string }) {
  return (
    <figure className="space-y-1">
      {title === "" ? null : <figcaption className="text-xs text-faint">{title}</figcaption>}
      <pre className="rounded-md border bg-canvas p-3 font-mono text-xs break-all whitespace-pre-wrap">{text}</pre>
    </figure>
  );
}

function typeText(schema: Readonly<Record<string, unknown>>): string {
  if (Array.isArray(schema.enum)) return schema.enum.join(", ");
  if (typeof schema.type === "string") return schema.type;
  return t("program.textOrNothing");
}

function exampleOf(method: string, path: string): string {
  const url = `${window.location.origin}${path}`;
  const lines = [`curl ${method === "GET" ? "" : `-X ${method} `}"${url}"`, `  -H "Authorization: Bearer $KEY"`];
  if (method !== "GET")
    lines.push(`  -H "Content-Type: application/json"`, `  -H "Idempotency-Key: $(uuidgen)"`, "  -d @body.json");
  return lines.join(" \\\n");
}
