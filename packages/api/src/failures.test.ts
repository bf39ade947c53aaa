import { DomainError, type Failure } from "@storehouse/domain";
import { TRPCError } from "@trpc/server";
import { getHTTPStatusCodeFromError } from "@trpc/server/http";
import { expect, test } from "vitest";
import { codeOf, failureOf, retryAfterOf, withStatus } from "./failures.ts";

const STATUS: Readonly<Record<Failure["code"], number>> = {
  NOT_FOUND: 404,
  INVALID: 400,
  TAKEN: 409,
  STALE: 409,
  KEY_REUSED: 409,
  ALREADY_REVERSED: 409,
  IN_USE: 409,
  FORMULA_CYCLE: 409,
  LAST_MASTER: 409,
  INSUFFICIENT_STOCK: 422,
  ARCHIVED: 412,
  NOT_REVERSIBLE: 412,
  PERIOD_CLOSED: 412,
  OPENING_REPEATED: 412,
  WRONG_STATE: 412,
  TAKE_FIRST: 412,
  LIMIT_REACHED: 412,
  FACTORY_NOT_READY: 412,
  SAME_LOCATION: 400,
  AMOUNT_TOO_LARGE: 422,
  WRONG_PASSWORD: 422,
  WRONG_CODE: 422,
  LINK_INVALID: 400,
  MUST_CHANGE_PASSWORD: 403,
  READ_ONLY: 403,
  MODULE_DISABLED: 403,
  SECOND_STEP_REFUSED: 401,
  IMPORT_HAS_PROBLEMS: 422,
  FILE_UNREADABLE: 422,
  TOO_LARGE: 413,
  NOT_ALLOWED: 403,
  FACTORY_SUSPENDED: 403,
  SIGN_UP_CLOSED: 403,
  SUPPORT_CLOSED: 403,
  SUPPORT_READ_ONLY: 403,
  DIRECTORY_CLOSED: 403,
  NOT_SIGNED_IN: 401,
  WRONG_CREDENTIALS: 401,
  RATE_LIMITED: 429,
  BUSY: 503,
  UNAVAILABLE: 503,
};

test.each(Object.entries(STATUS))("%s travels as %i", (code, status) => {
  const error = new TRPCError({ code: codeOf[code as Failure["code"]] });
  expect(getHTTPStatusCodeFromError(error)).toBe(status);
});

test("a failure is found however deep the library wrapped it", () => {
  const failure: Failure = { code: "RATE_LIMITED", retryAfterSeconds: 7 };
  const wrapped = new TRPCError({ code: "INTERNAL_SERVER_ERROR", cause: new DomainError(failure) });
  expect(failureOf(wrapped)).toEqual(failure);
  expect(withStatus(wrapped)).toMatchObject({ code: "TOO_MANY_REQUESTS", message: "RATE_LIMITED" });
  expect(failureOf(withStatus(wrapped))).toEqual(failure);
  expect(retryAfterOf(failure)).toBe(7);
});

test("a database that is away is no bug", () => {
  const gone = Object.assign(new Error("connect ECONNREFUSED 10.0.0.1:3306"), { code: "ECONNREFUSED", errno: -111 });
  const wrapped = new TRPCError({ code: "INTERNAL_SERVER_ERROR", cause: new Error("Failed query", { cause: gone }) });
  expect(withStatus(wrapped)).toMatchObject({ code: "SERVICE_UNAVAILABLE", message: "UNAVAILABLE" });
  const locked = Object.assign(new Error("Deadlock"), { code: "ER_LOCK_DEADLOCK", errno: 1213 });
  expect(failureOf(locked)).toMatchObject({ code: "BUSY" });
});

test("a bug stays one", () => {
  const bug = new TRPCError({ code: "INTERNAL_SERVER_ERROR", cause: new TypeError("x is undefined") });
  expect(failureOf(bug)).toBeNull();
  expect(withStatus(bug)).toBe(bug);
});
