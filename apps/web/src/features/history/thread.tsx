"use client";
import type { AuditNote, FlagState, NoteKind } from "@storehouse/domain";
import { Button, ErrorState, Field, Skeleton, Textarea } from "@storehouse/ui";
import { useState } from "react";
import { trpc } from "../../trpc/client.tsx";
import { errorMessage, MomentText, useCan } from "../session/index.ts";
import { t, wordsOf } from "../../language/t.ts";
import { useSay } from "./use-say.ts";

/** What was said about a line, and the way to ask, answer and close. */
export function Thread({ lineId }: { lineId: string }) {
  const line = trpc.auditLogs.get.useQuery({ id: lineId });
  if (line.isError && !line.data) {
    return <ErrorState text={errorMessage(line.error)} onRetry={() => void line.refetch()} />;
  }
  if (!line.data) return <Skeleton className="h-16" />;
  const { notes, flag } = line.data;
  return (
    <div className="space-y-4">
      {notes.length > 0 ? (
        <ol className="space-y-3">
          {notes.map((note) => (
            <NoteItem key={note.id} note={note} />
          ))}
        </ol>
      ) : null}
      <Say lineId={lineId} flag={flag} />
    </div>
  );
}

const SAID: Readonly<Record<NoteKind, string>> = wordsOf({
  flag: "history.asked",
  comment: "history.answered",
  resolve: "history.closedTheQuestion",
  unflag: "history.tookTheQuestionBack",
});

const NoteItem = ({ note }: { note: AuditNote }) => (
  <li className="space-y-0.5 border-l-2 pl-3">
    <p className="text-xs text-quiet">
      <span className="font-semibold text-ink">{note.userName}</span> {SAID[note.kind]} ·{" "}
      <MomentText value={note.at} isLong />
    </p>
    {note.text ? <p className="whitespace-pre-wrap [overflow-wrap:anywhere]">{note.text}</p> : null}
  </li>
);

function Say({ lineId, flag }: { lineId: string; flag: FlagState }) {
  const can = useCan();
  const [text, setText] = useState("");
  const { say, error, setError, isPending } = useSay(lineId);
  const isOpen = flag === "open";
  const mayFlag = can("auditLogs.flag");
  if (!mayFlag && !can("auditLogs.comment")) return null;
  // What others say meanwhile comes by itself: only what was said here empties the field.
  const send = async (kind: NoteKind, isTextNeeded: boolean): Promise<void> => {
    if (isTextNeeded && text.trim() === "") return setError(t("history.writeAFewWordsFirst"));
    if (await say(kind, text)) setText("");
  };
  return (
    <div className="space-y-3">
      <Field
        label={isOpen ? t("history.yourAnswer") : mayFlag ? t("history.yourQuestionOrRemark") : t("history.yourRemark")}
        error={error}
      >
        <Textarea rows={2} maxLength={1000} value={text} onChange={(event) => setText(event.target.value)} />
      </Field>
      <div className="flex flex-wrap gap-2">
        {mayFlag && !isOpen ? (
          <Button variant="primary" onClick={() => void send("flag", true)} isPending={isPending}>
            {t("history.ask")}
          </Button>
        ) : null}
        {can("auditLogs.comment") ? (
          <Button
            variant={isOpen ? "primary" : "secondary"}
            onClick={() => void send("comment", true)}
            isPending={isPending}
          >
            {isOpen ? t("history.answer") : t("history.remark")}
          </Button>
        ) : null}
        {mayFlag && isOpen ? (
          <>
            <Button onClick={() => void send("resolve", false)} isPending={isPending}>
              {t("history.resolve")}
            </Button>
            <Button variant="ghost" onClick={() => void send("unflag", false)} isPending={isPending}>
              {t("history.takeTheQuestionBack")}
            </Button>
          </>
        ) : null}
      </div>
    </div>
  );
}
