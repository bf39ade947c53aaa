import { Button } from "@storehouse/ui";
import { Database, type LucideIcon, Sigma, Undo2 } from "lucide-react";
import { PageLink } from "../../components/page-link.tsx";
import { Logo } from "../../components/logo.tsx";
import { t } from "../../language/t.ts";
import { ProductPicture } from "./product-picture.tsx";

const PROOFS: readonly Readonly<{ icon: LucideIcon; title: string; text: string }>[] = [
  {
    icon: Database,
    get title() {
      return t("landing.aDatabaseOfYourOwn");
    },
    get text() {
      return t("landing.yourFactorysRecordsStandIn");
    },
  },
  {
    icon: Undo2,
    get title() {
      return t("landing.undoAnything");
    },
    get text() {
      return t("landing.booked160000For16");
    },
  },
  {
    icon: Sigma,
    get title() {
      return t("landing.numbersThatProveThemselves");
    },
    get text() {
      return t("landing.everyQuantityIsTheSum");
    },
  },
];

/** What Storehouse is, before anybody signs in. */
export function LandingPage() {
  return (
    <div className="mx-auto flex min-h-dvh max-w-6xl flex-col px-5 sm:px-8">
      <header className="flex h-16 items-center justify-between gap-4">
        <span className="flex items-center gap-2.5 text-base font-semibold">
          <Logo />
          Storehouse
        </span>
        <Button asChild variant="ghost">
          <PageLink href="/login">{t("landing.signIn")}</PageLink>
        </Button>
      </header>
      <main className="flex-1 pt-10 pb-20 sm:pt-[8dvh]">
        <div className="grid items-center gap-12 xl:grid-cols-[minmax(0,5fr)_minmax(0,7fr)] xl:gap-14">
          <div className="space-y-5">
            <h1 className="text-xl text-balance">{t("landing.knowWhatIsInYour")}</h1>
            <p className="max-w-[48ch] text-base text-quiet">{t("landing.storehouseKeepsTheStockOf")}</p>
            <div className="flex flex-wrap gap-3 pt-1">
              <Button asChild variant="primary">
                <PageLink href="/register">{t("landing.startFree")}</PageLink>
              </Button>
              <Button asChild>
                <PageLink href="/login">{t("landing.signIn")}</PageLink>
              </Button>
            </div>
          </div>
          <ProductPicture />
        </div>
        <ul className="mt-24 grid gap-x-12 gap-y-10 border-t pt-12 md:grid-cols-3">
          {PROOFS.map(({ icon: Icon, title, text }) => (
            <li key={title} className="space-y-2">
              <Icon aria-hidden className="mb-3 size-5 text-accent-ink" />
              <h2 className="text-base">{title}</h2>
              <p className="text-quiet">{text}</p>
            </li>
          ))}
        </ul>
      </main>
    </div>
  );
}
