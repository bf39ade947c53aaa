import { z } from "zod";
import { type Me, Password } from "./user.ts";

/** How many recovery codes a person is given. */
export const RECOVERY_CODES = 8;

/** A code as people type it: six digits of the phone, or a recovery code; spaces, dashes and letter case don't matter. */
export const SecondFactorCode = z
  .string({ error: "TEXT_EXPECTED" })
  .max(64, "TOO_LONG")
  .transform((text) => text.replace(/[\s-]/g, "").toUpperCase())
  .pipe(
    z
      .string()
      .min(1, "REQUIRED")
      .regex(/^(\d{6}|[A-Z2-7]{16})$/, "CODE_FORM"),
  );

export const SecondStepInput = z.strictObject({
  challenge: z.string({ error: "TEXT_EXPECTED" }).min(1, "REQUIRED").max(2_000, "TOO_LONG"),
  code: SecondFactorCode,
});
export type SecondStepInput = z.infer<typeof SecondStepInput>;

export const StartSecondFactorInput = z.strictObject({ password: Password });
export type StartSecondFactorInput = z.infer<typeof StartSecondFactorInput>;

export const ConfirmSecondFactorInput = z.strictObject({ code: SecondFactorCode });
export type ConfirmSecondFactorInput = z.infer<typeof ConfirmSecondFactorInput>;

/** Turning the second step off, and new recovery codes, ask for both steps anew. */
export const SecondFactorProofInput = z.strictObject({ password: Password, code: SecondFactorCode });
export type SecondFactorProofInput = z.infer<typeof SecondFactorProofInput>;

/** The answer to a right password where a code is asked for too. The challenge opens nothing by itself. */
export type SecondStep = Readonly<{ challenge: string }>;

/** What signing in answers: who is in, or that a code is wanted. */
export type SignInAnswer = Me | SecondStep;

/** The caller's second step as their profile shows it. */
export type SecondFactorState = Readonly<{ isOn: boolean; confirmedAt: string | null; recoveryCodesLeft: number }>;

/** What a phone is shown once, as a picture and as letters. */
export type SecondFactorSecret = Readonly<{ uri: string; secret: string }>;
