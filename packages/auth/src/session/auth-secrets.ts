const BYTES_MIN = 32;
const DISTINCT_MIN = 12;
const PLACEHOLDER = /changeme|change-me|secret|password|example|placeholder|default|xxxx|1234567890/i;

/**
 * Reads AUTH_SECRET: secrets separated by commas, the first of which signs while the others still verify.
 * Throws on a missing, short or guessable one; the message never repeats it.
 */
export function parseAuthSecrets(text: string | undefined): readonly string[] {
  const secrets = (text ?? "").split(",").map((secret) => secret.trim());
  for (const secret of secrets) {
    if (secret === "") throw new Error("AUTH_SECRET is missing: set it to at least 32 random bytes.");
    const isWeak =
      Buffer.byteLength(secret) < BYTES_MIN || new Set(secret).size < DISTINCT_MIN || PLACEHOLDER.test(secret);
    if (isWeak)
      throw new Error("AUTH_SECRET is weak: use at least 32 random bytes, such as `openssl rand -base64 48`.");
  }
  return secrets;
}
