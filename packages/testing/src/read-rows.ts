/** The rows that a query in plain SQL answers, each as an object of columns. */
export async function readRows(answer: PromiseLike<unknown>): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const rows = listOf(listOf(await answer)[0]);
  return rows.filter((row): row is Record<string, unknown> => typeof row === "object" && row !== null);
}

function listOf(value: unknown): readonly unknown[] {
  if (!Array.isArray(value)) throw new Error("the query answered no rows");
  return value;
}
