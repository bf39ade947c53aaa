import { codeOf } from "../failures.ts";
import { answerSchemas } from "./answer-schemas.ts";
import { exampleOf } from "./example-of.ts";
import { procedureAt } from "../procedure-at.ts";
import { inputSchemaOf, type JsonSchema, propertiesOf } from "./input-schema.ts";
import type { Route } from "./route.ts";
import { ROUTES } from "./routes.ts";

/** The REST interface as an OpenAPI 3.1 document: every path, what it takes, who may call it and how it refuses. */
export function openApi(): object {
  const paths: Record<string, Record<string, object>> = {};
  for (const route of ROUTES) {
    paths[route.path] = { ...paths[route.path], [route.method.toLowerCase()]: operationOf(route) };
  }
  return {
    openapi: "3.1.0",
    info: { title: "Storehouse", version: "1", description: DESCRIPTION },
    servers: [{ url: "/" }],
    security: [{ bearer: [] }],
    paths,
    components: {
      securitySchemes: { bearer: { type: "http", scheme: "bearer", description: "A session token or an API key" } },
      schemas: { ...answerSchemas().schemas, Error: ERROR },
      responses: { Error: { description: "Refused", content: { "application/json": REFUSAL } } },
    },
  };
}

const DESCRIPTION =
  "Stock of a small factory: the same procedures as /api/trpc. Quantities and money are decimal strings. Lists page by limit and " +
  "after, the next of the page before. A write carries ids that its client makes (UUIDs), or an Idempotency-Key header that " +
  "stands for them: sent twice, it is done once.";

const ERROR = {
  type: "object",
  required: ["error"],
  properties: {
    error: {
      type: "object",
      required: ["code", "message", "failure", "fields", "requestId"],
      properties: {
        code: { type: "string" },
        message: { type: "string" },
        failure: {
          type: ["object", "null"],
          required: ["code"],
          properties: { code: { enum: Object.keys(codeOf) } },
          description: "What went wrong and its facts; null for bad input and for faults of the service",
        },
        fields: {
          type: ["object", "null"],
          additionalProperties: { type: "array", items: { type: "string" } },
          description: "Reasons by field, as lines.0.quantity",
        },
        requestId: { type: ["string", "null"] },
      },
    },
  },
} as const;

const REFUSAL = {
  schema: { $ref: "#/components/schemas/Error" },
  example: {
    error: {
      code: "BAD_REQUEST",
      message: "Invalid input",
      failure: null,
      fields: { "lines.0.quantity": ["MUST_BE_POSITIVE"] },
      requestId: "0f5e1c1e-1d7c-4f0c-9a0e-2f6f6a1b7c3d",
    },
  },
} as const;

const json = (schema: JsonSchema) => ({
  "application/json": { schema, example: exampleOf(schema, answerSchemas().schemas) },
});

function operationOf({ method, path, procedure, summary }: Route): object {
  const meta = procedureAt(procedure)?.meta;
  const isOpen = meta === undefined || "isPublic" in meta;
  const schema = inputSchemaOf(procedure);
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name);
  return {
    operationId: procedure,
    tags: [procedure.split(".")[0]],
    summary,
    ...(isOpen ? { security: [] } : {}),
    ...(meta && "permission" in meta ? { description: `Needs the permission ${meta.permission}.` } : {}),
    parameters: parametersOf(method, schema, inPath),
    ...(method === "GET" ? {} : { requestBody: { content: json(bodyOf(schema, inPath)) } }),
    responses: {
      200: { description: "Done", content: json(answerOf(procedure)) },
      default: { $ref: "#/components/responses/Error" },
    },
  };
}

/** What is answered; who signs in here gets a token besides, where all that is asked was shown. */
function answerOf(procedure: string): JsonSchema {
  const answer = answerSchemas().answers[procedure] ?? {};
  return SIGNING_IN.has(procedure) ? { allOf: [TOKEN, answer] } : answer;
}

const SIGNING_IN: ReadonlySet<string> = new Set(["auth.login", "auth.secondStep"]);
const TOKEN = {
  type: "object",
  properties: { token: { type: "string" }, tokenType: { type: "string", enum: ["Bearer"] } },
} as const;

function parametersOf(method: Route["method"], schema: JsonSchema, inPath: readonly string[]): readonly object[] {
  const properties = Object.entries(propertiesOf(schema));
  const path = inPath.map((name) => ({ name, in: "path", required: true, schema: { type: "string", format: "uuid" } }));
  if (method !== "GET") return [...path, IDEMPOTENCY_KEY];
  const query = properties
    .filter(([name]) => !inPath.includes(name))
    .map(([name, one]) => ({
      name,
      in: "query",
      required: (schema.required ?? []).includes(name),
      schema: one,
    }));
  return [...path, ...query];
}

const IDEMPOTENCY_KEY = {
  name: "Idempotency-Key",
  in: "header",
  required: false,
  description: "Stands for the ids that the client makes: sent again with the same key, the write is done once",
  schema: { type: "string", maxLength: 200 },
} as const;

/** What stands in the path is not asked for in the body again. */
function bodyOf(schema: JsonSchema, inPath: readonly string[]): JsonSchema {
  if (inPath.length === 0 || schema.properties === undefined) return schema;
  return {
    ...schema,
    properties: Object.fromEntries(Object.entries(schema.properties).filter(([name]) => !inPath.includes(name))),
    required: (schema.required ?? []).filter((name) => !inPath.includes(name)),
  };
}
