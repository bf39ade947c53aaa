"use client";
import { ListChecks } from "lucide-react";
import { Button } from "../button.tsx";
import { say } from "../words.ts";

/** On a narrow screen, where rows are cards: shows the boxes by which they are chosen, or puts them away. */
export function ChooseRows({ isOn, onChange }: { isOn: boolean; onChange: (isOn: boolean) => void }) {
  return (
    <Button
      variant={isOn ? "secondary" : "ghost"}
      size="icon"
      className="sm:hidden"
      aria-label={say("chooseRows")}
      aria-pressed={isOn}
      onClick={() => onChange(!isOn)}
    >
      <ListChecks aria-hidden />
    </Button>
  );
}
