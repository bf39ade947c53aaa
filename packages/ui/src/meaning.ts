import { CircleCheck, CircleDashed, type LucideIcon, OctagonAlert, TriangleAlert } from "lucide-react";

/** The four things a colour may say. Each has a shape too, and stands beside a word. */
export type Meaning = "fine" | "attention" | "problem" | "progress";

export const MEANING_ICONS: Record<Meaning, LucideIcon> = {
  fine: CircleCheck,
  attention: TriangleAlert,
  problem: OctagonAlert,
  progress: CircleDashed,
};

export const MEANING_SOFT: Record<Meaning, string> = {
  fine: "bg-fine-soft text-fine",
  attention: "bg-attention-soft text-attention",
  problem: "bg-problem-soft text-problem",
  progress: "bg-progress-soft text-progress",
};

export const MEANING_INK: Record<Meaning, string> = {
  fine: "text-fine",
  attention: "text-attention",
  problem: "text-problem",
  progress: "text-progress",
};
