import { WifiOff } from "lucide-react";
import { t } from "../../language/t.ts";

/** One quiet line while the server cannot be reached. It goes by itself. */
export function ConnectionBanner({ isDisconnected }: { isDisconnected: boolean }) {
  return (
    <output className="sticky top-0 z-40 block">
      {isDisconnected ? (
        <span className="flex h-9 items-center justify-center gap-2 bg-attention-soft text-attention">
          <WifiOff aria-hidden className="size-4" />
          {t("shell.reconnectingWhatYouTypedIs")}
        </span>
      ) : null}
    </output>
  );
}
