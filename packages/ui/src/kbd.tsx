/** A key, or several pressed one after the other ("g p"), as it stands on the keyboard. */
export function Kbd({ keys }: { keys: string }) {
  return (
    <span className="inline-flex items-center gap-0.5">
      {keys.split(" ").map((key) => (
        <kbd
          key={key}
          className="inline-flex h-5 min-w-5 items-center justify-center rounded-sm border border-current/25 px-1 font-sans text-xs leading-none"
        >
          {key}
        </kbd>
      ))}
    </span>
  );
}
