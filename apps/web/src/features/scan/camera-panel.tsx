"use client";
import { Button, EmptyState, Skeleton } from "@storehouse/ui";
import { Camera, CameraOff, Flashlight, FlashlightOff } from "lucide-react";
import { useRef, useState } from "react";
import type { CameraProblem } from "./open-camera.ts";
import { useCamera } from "./use-camera.ts";

const PROBLEMS: Record<CameraProblem, Readonly<{ title: string; text: string; hasAgain: boolean }>> = {
  insecure: {
    title: "The camera needs a secure address",
    text: "Browsers give the camera only to pages whose address begins with https. Ask whoever runs Storehouse for that address; a scanner and typing work here too.",
    hasAgain: false,
  },
  denied: {
    title: "The camera is not allowed",
    text: "Allow the camera for this page in the browser's address line, then try again.",
    hasAgain: true,
  },
  none: { title: "No camera here", text: "This device has none that the browser can use.", hasAgain: true },
  busy: {
    title: "The camera is in use",
    text: "Another app or page holds it. Close that, then try again.",
    hasAgain: true,
  },
  failed: {
    title: "The camera does not work just now",
    text: "Its pictures could not be read. Check the connection, then try again.",
    hasAgain: true,
  },
};

/** Scanning by the camera of the device: a button, then its picture. */
export function CameraPanel({ onRead }: { onRead: (code: string) => void }) {
  const [isOpen, setOpen] = useState(false);
  if (isOpen) return <OpenCamera onRead={onRead} onClose={() => setOpen(false)} />;
  return (
    <Button isWide onClick={() => setOpen(true)}>
      <Camera aria-hidden />
      Scan by camera
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
        <video ref={video} muted playsInline aria-label="What the camera sees" className="size-full object-cover" />
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
            title={PROBLEMS[state].title}
            text={PROBLEMS[state].text}
            actions={PROBLEMS[state].hasAgain ? <Button onClick={again}>Try again</Button> : null}
          />
        </div>
      )}
      <div className="flex gap-2">
        {setTorch ? <TorchButton setTorch={setTorch} /> : null}
        <Button className="flex-1" onClick={onClose}>
          <CameraOff aria-hidden />
          Stop the camera
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
      Light
    </Button>
  );
}
