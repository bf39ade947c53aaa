import { Card, Skeleton } from "@storehouse/ui";

const NUMBERS = ["value", "low", "made", "booked"];
const LINES = ["w-3/4", "w-1/2", "w-2/3", "w-3/5", "w-4/5"];

/** The shape of Home while it comes. */
export function HomeWaiting() {
  return (
    <div aria-busy className="space-y-5">
      <div className="grid grid-cols-2 gap-3 lg:grid-cols-4 lg:gap-5">
        {NUMBERS.map((name) => (
          <div key={name} className="space-y-2 rounded-lg border bg-surface p-4 sm:p-5">
            <Skeleton className="w-20" />
            <Skeleton className="h-8 w-28" />
            <Skeleton className="h-3 w-24" />
          </div>
        ))}
      </div>
      <div className="grid gap-5 lg:grid-cols-5">
        <Card className="lg:col-span-3">
          <Skeleton className="h-56 w-full" />
        </Card>
        <Card className="lg:col-span-2">
          <RowsWaiting />
        </Card>
      </div>
    </div>
  );
}

/** The shape of a list while it comes. */
export function RowsWaiting() {
  return (
    <div className="space-y-5 py-2">
      {LINES.map((width) => (
        <Skeleton key={width} className={width} />
      ))}
    </div>
  );
}
