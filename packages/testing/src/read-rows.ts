/** The rows that a query in plain SQL answers, each as an object of columns. */
export async function readRows(answer: PromiseLike<unknown>): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const result = await answer;
  const [rows]: unknown[] = Array.isArray(result) ? result : [];
  if (!Array.isArray(rows)) throw new Error("the query answered no rows");
  return rows.filter((row): row is Record<string, unknown> => typeof row === "object" && row !== null);
}
