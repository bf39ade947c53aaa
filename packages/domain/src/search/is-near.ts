/**
 * Whether a typed word begins the one that stands at `from` in a text, but for one letter that is wrong, missing, too many or changed places
 * with its neighbour.
 */
export function isNear(typed: string, text: string, from = 0): boolean {
  // Most words differ in both of their first letters, whichever slip it was.
  const [a, b, x, y] = [typed[0], typed[1], text[from], text[from + 1]];
  if (a !== x && b !== y && a !== y && b !== x) return false;
  let at = 0;
  while (at < typed.length && typed[at] === text[from + at]) at += 1;
  if (at === typed.length) return true;
  const here = from + at;
  const [rest, after] = [typed.slice(at), typed.slice(at + 1)];
  const isSwapped = rest[0] === text[here + 1] && rest[1] === text[here];
  return (
    text.startsWith(after, here + 1) || // wrong
    text.startsWith(rest, here + 1) || // missing
    text.startsWith(after, here) || // too many
    (isSwapped && text.startsWith(typed.slice(at + 2), here + 2))
  );
}
