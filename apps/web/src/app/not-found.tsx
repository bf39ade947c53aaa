import { Button, EmptyState } from "@storehouse/ui";
import { MapPinOff } from "lucide-react";
import type { Metadata } from "next";
import { PageLink } from "../components/page-link.tsx";

export const metadata: Metadata = { title: "Not found" };

export default function NotFound() {
  return (
    <main className="flex min-h-dvh items-center">
      <EmptyState
        isPage
        icon={MapPinOff}
        title="There is no page here"
        text="The address may be mistyped, or what stood here is gone."
        actions={
          <Button asChild variant="primary">
            <PageLink href="/home">Go to Home</PageLink>
          </Button>
        }
      />
    </main>
  );
}
