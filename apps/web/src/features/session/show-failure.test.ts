import { TRPCClientError } from "@trpc/client";
import { expect, test, vi } from "vitest";
import { showFailure } from "./show-failure.ts";

const wire = (failure: unknown, fields: unknown) =>
  TRPCClientError.from({ error: { message: "", code: -32600, data: { httpStatus: 409, failure, fields } } } as never);

const formWith = (values: object) => {
  const setError = vi.fn<(name: string, error: object, options?: object) => void>();
  return { setError, form: { setError, setFocus: () => undefined, getValues: () => values } as never };
};

test("a failure lands on its field, in words, and takes the focus there", () => {
  const { form, setError } = formWith({ db_name: "steel", admin_name: "" });
  const error = wire({ code: "TAKEN", field: "db_name", value: "steel" }, { db_name: ["TAKEN"] });
  expect(showFailure(form, error)).toBeNull();
  expect(setError).toHaveBeenCalledExactlyOnceWith(
    "db_name",
    { type: "server", message: "“steel” is taken already. Choose another." },
    { shouldFocus: true },
  );
});

test("a path into a list finds its line; only the first error takes the focus", () => {
  const { form, setError } = formWith({ lines: [{ quantity: "1" }, { quantity: "x" }], note: "" });
  expect(showFailure(form, wire(null, { "lines.1.quantity": ["NUMBER_EXPECTED"], note: ["TOO_LONG"] }))).toBeNull();
  expect(setError.mock.calls.map(([name, , options]) => [name, options])).toEqual([
    ["lines.1.quantity", { shouldFocus: true }],
    ["note", { shouldFocus: false }],
  ]);
});

test("what has no field here comes back as words", () => {
  const { form, setError } = formWith({ name: "" });
  const error = wire({ code: "LAST_MASTER", userId: "1" }, null);
  expect(showFailure(form, error)).toContain("only master");
  expect(setError).not.toHaveBeenCalled();
});

test("a lost session says nothing in the form: the shell asks for the password", () => {
  expect(showFailure(formWith({ name: "" }).form, wire({ code: "NOT_SIGNED_IN" }, null))).toBeNull();
});
