"use client";
import { type RefObject, useEffect, useEffectEvent, useState } from "react";
import { type Camera, type CameraProblem, openCamera, problemOf } from "./open-camera.ts";

export type CameraState = "starting" | "on" | CameraProblem;

/** The camera for as long as this is on the page. It is off while nobody sees the page, and comes back with it. */
export function useCamera(video: RefObject<HTMLVideoElement | null>, onCode: (code: string) => void) {
  const [state, setState] = useState<CameraState>("starting");
  const [camera, setCamera] = useState<Camera>();
  const [tries, setTries] = useState(0);
  const [isSeen, setSeen] = useState(true);
  const tell = useEffectEvent(onCode);

  useEffect(() => {
    const look = () => setSeen(document.visibilityState === "visible");
    document.addEventListener("visibilitychange", look);
    return () => document.removeEventListener("visibilitychange", look);
  }, []);
  useEffect(() => {
    if (!isSeen || video.current === null) return undefined;
    let isWanted = true;
    let opened: Camera | undefined;
    const open = async (element: HTMLVideoElement) => {
      try {
        if (!("mediaDevices" in navigator)) return setState("insecure");
        const options = { video: element, onCode: (code: string) => tell(code), onProblem: setState };
        opened = await openCamera(options);
        if (!isWanted) return opened.stop();
        setCamera(opened);
        return setState("on");
      } catch (error) {
        return isWanted ? setState(problemOf(error)) : undefined;
      }
    };
    void open(video.current);
    return () => {
      isWanted = false;
      opened?.stop();
      setCamera(undefined);
    };
  }, [isSeen, tries, video]);
  const again = () => {
    setState("starting");
    setTries(tries + 1);
  };
  return { state, setTorch: camera?.setTorch, again };
}
