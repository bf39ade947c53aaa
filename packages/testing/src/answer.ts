import type { Answer, Caller, RunningServer } from "./serve.ts";

/** The data of an answer. Throws where the call was refused. */
export function dataOf<T>({ status, body, text }: Pick<Answer, "status" | "body" | "text">): T {
  if (status !== 200) throw new Error(`answered ${status}: ${text.slice(0, 300)}`);
  return (body as { result: { data: T } }).result.data;
}

/** What an answer looks like, in the part that matters, that refuses with this status and failure. */
export const refusal = (status: number, failure: object | string) => ({
  status,
  body: { error: { data: { failure: typeof failure === "string" ? { code: failure } : failure } } },
});

/** A caller that is signed in. Throws where the login is refused. */
export async function signIn(server: RunningServer, login: string, password: string): Promise<Caller> {
  const caller = server.caller();
  dataOf(await caller.post("auth.login", { login, password }));
  return caller;
}
