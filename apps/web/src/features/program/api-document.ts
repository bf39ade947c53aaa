import { z } from "zod";

const Schema = z.looseObject({});
const Parameter = z.object({
  name: z.string(),
  in: z.string(),
  required: z.boolean(),
  description: z.string().optional(),
  schema: Schema,
});
const Content = z.record(z.string(), z.object({ schema: Schema, example: z.unknown() }));
const Operation = z.object({
  operationId: z.string(),
  tags: z.array(z.string()),
  summary: z.string(),
  description: z.string().optional(),
  parameters: z.array(Parameter),
  requestBody: z.object({ content: Content }).optional(),
  responses: z.object({ 200: z.object({ content: Content }) }),
});
export type Operation = z.infer<typeof Operation>;

const Document = z.object({
  info: z.object({ description: z.string() }),
  paths: z.record(z.string(), z.record(z.string(), Operation)),
  components: z.object({ responses: z.object({ Error: z.object({ content: Content }) }) }),
});

/** One path and method of the interface. */
export type Endpoint = Readonly<{ method: string; path: string; operation: Operation }>;
export type ApiDocument = Readonly<{
  description: string;
  /** What a refusal looks like. */
  refusal: unknown;
  groups: readonly Readonly<{ name: string; endpoints: readonly Endpoint[] }>[];
}>;

/** Reads the interface's OpenAPI document, as any program does. */
export async function readApiDocument(signal: AbortSignal): Promise<ApiDocument> {
  const response = await fetch("/api/openapi.json", { signal });
  const { info, paths, components } = Document.parse(await response.json());
  const endpoints = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ method: method.toUpperCase(), path, operation })),
  );
  const names = [...new Set(endpoints.map(({ operation }) => operation.tags[0] ?? ""))];
  return {
    description: info.description,
    refusal: components.responses.Error.content["application/json"]?.example,
    groups: names.map((name) => ({ name, endpoints: endpoints.filter(({ operation }) => operation.tags[0] === name) })),
  };
}
