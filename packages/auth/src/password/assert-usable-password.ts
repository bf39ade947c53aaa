import { fail } from "@storehouse/domain";
import { ZxcvbnFactory } from "@zxcvbn-ts/core";
import { adjacencyGraphs, dictionary } from "@zxcvbn-ts/language-common";

// 49,233 passwords from breaches, in lower case.
const WELL_KNOWN: ReadonlySet<string> = new Set(dictionary["passwords-common"]);
const meter = new ZxcvbnFactory({
  dictionary: { "passwords-common": dictionary["passwords-common"] },
  graphs: { qwerty: adjacencyGraphs.qwerty },
  useLevenshteinDistance: false,
});

// Listed ones turned round, "654321" and "aaaaaa" are not in the list: they are found in fewer guesses than its first 10,000 take.
const GUESSES_MIN = 10_000;
// Estimating takes longer the longer a password is, and nothing this long is that easy.
const ESTIMATED_MAX = 24;

/** Refuses with INVALID a well-known password, or one that is the person's or the factory's name. */
export function assertUsablePassword(password: string, field: string, names: readonly string[]): void {
  const plain = password.normalize("NFKC").trim().toLowerCase();
  const isName = names.some((name) => bare(name) !== "" && bare(name) === bare(plain));
  if (isName || isWellKnown(plain)) fail({ code: "INVALID", field, reason: "PASSWORD_COMMON" });
}

const isWellKnown = (plain: string): boolean =>
  WELL_KNOWN.has(plain) || (plain.length <= ESTIMATED_MAX && meter.check(plain).guesses < GUESSES_MIN);

// "Steel Works" and "steel_works" are the same secret.
const bare = (text: string): string => text.toLowerCase().replace(/[\s_.-]/g, "");
