import { readFileSync } from "node:fs";
import { Validator } from "@seriousme/openapi-schema-validator";
import { Ajv2020 } from "ajv/dist/2020.js";
import { expect, test } from "vitest";
import { renderAnswers } from "../tools/render-answers.ts";
import { ANSWERS_FILE, answerSchemas } from "./answer-schemas.ts";
import { openApi } from "./open-api.ts";
import { ROUTES } from "./routes.ts";

type Media = { schema: object; example: unknown };
type Operation = { operationId: string; responses: { 200: { content: { "application/json": Media } } } };
type Document = { paths: Record<string, Record<string, Operation>>; components: { schemas: Record<string, object> } };

const text = JSON.stringify(openApi());
const document = JSON.parse(text) as Document;

test("the document is OpenAPI 3.1", async () => {
  const { valid, errors } = await new Validator().validate(JSON.parse(text) as Record<string, unknown>);
  expect(errors).toBeUndefined();
  expect(valid).toBe(true);
});

test("what is answered is described for every path, and no description is out of date", { timeout: 240_000 }, () => {
  const { answers } = answerSchemas();
  expect(Object.keys(answers).toSorted()).toEqual([...new Set(ROUTES.map(({ procedure }) => procedure))].toSorted());
  // `npm run api:answers` writes it anew.
  expect(JSON.parse(readFileSync(ANSWERS_FILE, "utf8"))).toEqual(JSON.parse(renderAnswers()));
});

test("every answer's example is one", () => {
  const ajv = new Ajv2020({ strict: false, validateFormats: false });
  ajv.addSchema({ $id: "doc", components: document.components });
  const wrong = Object.values(document.paths)
    .flatMap((methods) => Object.values(methods))
    .flatMap(({ operationId, responses }) => {
      const { schema, example } = responses[200].content["application/json"];
      const text = JSON.stringify(schema).replaceAll('"#/components', '"doc#/components');
      const validate = ajv.compile(JSON.parse(text) as object);
      return validate(example) ? [] : [`${operationId}: ${ajv.errorsText(validate.errors)}`];
    });
  expect(wrong).toEqual([]);
});
