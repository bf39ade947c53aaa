"use client";
import { Button, EmptyState, Skeleton } from "@storehouse/ui";
import { Camera, CameraOff, Flashlight, FlashlightOff } from "lucide-react";
import { useRef, useState } from "react";
import { t, wordsOf } from "../../language/t.ts";
import type { CameraProblem } from "./open-camera.ts";
import { useCamera } from "./use-camera.ts";

const TITLES = wordsOf({
  insecure: "scan.insecureTitle",
  denied: "scan.deniedTitle",
  none: "scan.noneTitle",
  busy: "scan.busyTitle",
  failed: "scan.failedTitle",
}) satisfies Record<CameraProblem, string>;
const TEXTS = wordsOf({
  insecure: "scan.insecureText",
  denied: "scan.deniedText",
  none: "scan.noneText",
  busy: "scan.busyText",
  failed: "scan.failedText",
}) satisfies Record<CameraProblem, string>;

/** Scanning by the camera of the device: a button, then its picture. */
export function CameraPanel({ onRead }: { onRead: (code: string) => void }) {
  const [isOpen, setOpen] = useState(false);
  if (isOpen) return <OpenCamera onRead={onRead} onClose={() => setOpen(false)} />;
  return (
    <Button isWide onClick={() => setOpen(true)}>
      <Camera aria-hidden />
      {t("scan.byCamera")}
    </Button>
  );
}

function OpenCamera({ onRead, onClose }: { onRead: (code: string) => void; onClose: () => void }) {
  const video = useRef<HTMLVideoElement>(null);
  const { state, setTorch, again } = useCamera(video, onRead);
  const isShown = state === "starting" || state === "on";
  return (
    <div className="space-y-2">
      <div hidden={!isShown} className="relative aspect-video overflow-hidden rounded-lg border bg-sunken">
        {/* Only what the camera sees: there is nothing to hear. */}
        <video
          ref={video}
          muted
          playsInline
          aria-label={t("scan.whatTheCameraSees")}
          className="size-full object-cover"
        />
        {state === "starting" ? (
          <Skeleton className="absolute inset-0 size-full rounded-none" />
        ) : (
          <span aria-hidden className="absolute inset-x-[8%] top-1/2 h-0.5 -translate-y-1/2 bg-problem-strong/80" />
        )}
      </div>
      {isShown ? null : (
        <div className="rounded-lg border">
          <EmptyState
            icon={CameraOff}
            className="py-6"
            title={TITLES[state]}
            text={TEXTS[state]}
            actions={state === "insecure" ? null : <Button onClick={again}>{t("scan.tryAgain")}</Button>}
          />
        </div>
      )}
      <div className="flex gap-2">
        {setTorch ? <TorchButton setTorch={setTorch} /> : null}
        <Button className="flex-1" onClick={onClose}>
          <CameraOff aria-hidden />
          {t("scan.stopCamera")}
        </Button>
      </div>
    </div>
  );
}

function TorchButton({ setTorch }: { setTorch: (isOn: boolean) => Promise<void> }) {
  const [isOn, setOn] = useState(false);
  const Icon = isOn ? FlashlightOff : Flashlight;
  const turn = async () => {
    await setTorch(!isOn);
    setOn(!isOn);
  };
  return (
    <Button aria-pressed={isOn} onClick={() => void turn()}>
      <Icon aria-hidden />
      {t("scan.light")}
    </Button>
  );
}
