"use client";
import { Banner, Button, Field, Input, Sheet, toast } from "@storehouse/ui";
import { Copy } from "lucide-react";

/** A key's token, for the one time that it is shown. */
export function NewToken({ token, onClose }: { token: string | null; onClose: () => void }) {
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(token ?? "");
      toast("Copied");
    } catch {
      // A browser may keep the clipboard to itself; the field is there to copy from by hand.
      toast("Your browser doesn't let us copy. Select the key and copy it.", { meaning: "attention" });
    }
  };
  return (
    <Sheet
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title="Your new key"
      footer={
        <Button variant="primary" onClick={onClose}>
          I have kept it
        </Button>
      }
    >
      <div className="space-y-5">
        {token === null ? (
          <Banner meaning="attention">
            This key was made before and its token was shown then. If you don't have it, end the key and make another.
          </Banner>
        ) : (
          <>
            <Banner meaning="attention">Copy it now: it is not shown again, and nobody can look it up.</Banner>
            <Field label="Key">
              <Input readOnly value={token} onFocus={(event) => event.target.select()} className="font-mono text-xs" />
            </Field>
            <Button onClick={() => void copy()}>
              <Copy aria-hidden />
              Copy
            </Button>
          </>
        )}
      </div>
    </Sheet>
  );
}
