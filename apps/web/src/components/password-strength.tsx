"use client";
import { cn } from "@storehouse/ui";
import { t } from "../language/t.ts";
import { usePasswordStrength } from "./use-password-strength.ts";

const WORDS = ["guessedAtOnce", "easyToGuess", "fair", "good", "strong"] as const;
const INK = ["bg-problem", "bg-problem", "bg-attention", "bg-fine", "bg-fine"] as const;

type PasswordStrengthProps = {
  password: string;
  /** Words a guesser would try first. */
  known: readonly string[];
  /** How long it must be. */
  least?: 6 | 12;
};

/** Four bars and a word about a password, while it is typed. */
export function PasswordStrength({ password, known, least = 6 }: PasswordStrengthProps) {
  const score = usePasswordStrength(password, known);
  return (
    <div aria-live="polite" className="flex h-4 items-center gap-2 text-xs text-faint">
      <span aria-hidden className="flex flex-1 gap-1">
        {[1, 2, 3, 4].map((bar) => (
          <span
            key={bar}
            className={cn(
              "h-1 flex-1 rounded-full bg-line transition-colors",
              score !== undefined && Math.max(1, score) >= bar && INK[score],
            )}
          />
        ))}
      </span>
      <span className="w-36 whitespace-nowrap text-right">
        {score === undefined ? t(`common.atLeast${least}Characters`) : t(`common.${WORDS[score]}`)}
      </span>
    </div>
  );
}
