import { CreateSupplierInput, DomainError, ListUsersInput, PostInput } from "@storehouse/domain";
import { getTRPCErrorFromUnknown, getTRPCErrorShape } from "@trpc/server";
import { expect, test } from "vitest";
import type { AnsweredCall } from "./api-options.ts";
import type { RequestContext } from "./context.ts";
import { publicProcedure, router, tenantProcedure } from "./trpc.ts";

const secret = "select * from users where email = 'kim@example.com'";
const app = router({
  post: publicProcedure.input(PostInput).mutation(() => ({})),
  supplier: publicProcedure.input(CreateSupplierInput).mutation(() => ({})),
  people: publicProcedure.input(ListUsersInput).query(() => ({})),
  bug: publicProcedure.query((): string => {
    throw new Error(secret);
  }),
  known: publicProcedure.query((): string => {
    throw new DomainError({ code: "TAKEN", field: "name", value: "x" });
  }),
  guarded: tenantProcedure("users.read").query(() => ({})),
});

const calls: AnsweredCall[] = [];
const ctx: RequestContext = {
  visit: {
    requestId: "r1",
    address: "",
    userAgent: "",
    cookieHeader: "",
    bearer: undefined,
    setCookie: () => undefined,
  },
  signIn: () => Promise.reject(new DomainError({ code: "NOT_SIGNED_IN" })),
  door: {
    register: unused,
    registration: unused,
    logIn: unused,
    secondStep: unused,
    readLink: unused,
    useLink: unused,
    directory: unused,
    leaveSupport: unused,
  },
  operators: {
    signIn: () => Promise.reject(new DomainError({ code: "NOT_SIGNED_IN" })),
    door: { logIn: unused, secondStep: unused, readLink: unused, useLink: unused },
  },
  onCall: (call) => calls.push(call),
};
function unused(): never {
  throw new Error("not part of this");
}

async function shapeOf(call: (caller: ReturnType<typeof app.createCaller>) => Promise<unknown>) {
  try {
    await call(app.createCaller(ctx));
  } catch (cause) {
    const error = getTRPCErrorFromUnknown(cause);
    const config = app._def._config;
    return getTRPCErrorShape({ config, error, type: "query", path: "p", input: undefined, ctx });
  }
  throw new Error("it was let through");
}

test("a bug's words stay here", async () => {
  const shape = await shapeOf((caller) => caller.bug());
  expect(shape).toEqual({
    code: -32603,
    message: "Internal error",
    data: { code: "INTERNAL_SERVER_ERROR", httpStatus: 500, path: "p", failure: null, fields: null, requestId: "r1" },
  });
});

test("a failure keeps its type and names its field", async () => {
  const shape = await shapeOf((caller) => caller.known());
  expect(shape.data).toMatchObject({ code: "CONFLICT", failure: { code: "TAKEN" }, fields: { name: ["TAKEN"] } });
});

test("who is not signed in is told so before anything is read", async () => {
  const shape = await shapeOf((caller) => caller.guarded());
  expect(shape).toMatchObject({ message: "NOT_SIGNED_IN", data: { httpStatus: 401 } });
});

const id = "0190a000-0000-7000-8000-000000000001";

test("bad input is told field by field, as paths with reasons", async () => {
  const line = { variantId: "x", locationId: id, quantity: "0", unitCost: 5, extra: 1 };
  const shape = await shapeOf((caller) => caller.post({ clientId: id, type: "nonsense", lines: [line] } as never));
  expect(shape.message).toBe("Invalid input");
  expect(shape.data.fields).toEqual({
    type: ["NOT_AN_OPTION"],
    "lines.0.variantId": ["ID_INVALID"],
    "lines.0.quantity": ["MUST_BE_POSITIVE"],
    "lines.0.unitCost": ["NUMBER_EXPECTED"],
    "lines.0.extra": ["UNKNOWN_FIELD"],
  });
});

test("of a field with several shapes, the reason that says most is told", async () => {
  const shape = await shapeOf((caller) => caller.supplier({ id, name: "S", email: "no address", phone: 7 } as never));
  expect(shape.data.fields).toMatchObject({ email: ["EMAIL_INVALID"], phone: ["TEXT_EXPECTED"] });
});

test("a missing field, a wrong type and a value out of range are three things", async () => {
  expect((await shapeOf((caller) => caller.post({ type: "manual_in", lines: [] } as never))).data.fields).toMatchObject(
    {
      clientId: ["ID_INVALID"],
      lines: ["REQUIRED"],
    },
  );
  expect((await shapeOf((caller) => caller.people({ limit: "5" } as never))).data.fields).toEqual({
    limit: ["WRONG_TYPE"],
  });
  expect((await shapeOf((caller) => caller.people({ limit: 500 }))).data.fields).toEqual({ limit: ["TOO_LARGE"] });
  expect((await shapeOf((caller) => caller.people([] as never))).data.fields).toEqual({ "": ["WRONG_TYPE"] });
});

test("each call is told once with how it ended, and nothing of what it was about", async () => {
  calls.length = 0;
  await shapeOf((caller) => caller.known());
  await shapeOf((caller) => caller.bug());
  await shapeOf((caller) => caller.guarded());
  const told = calls.map(({ procedure, outcome }) => `${procedure} ${outcome}`);
  expect(told).toEqual(["known refused", "bug failed", "guarded refused"]);
  expect(JSON.stringify(calls)).not.toContain(secret);
});
