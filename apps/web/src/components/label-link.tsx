import { Button } from "@storehouse/ui";
import { Printer } from "lucide-react";
import { t } from "../language/t.ts";
import { PageLink } from "./page-link.tsx";

type LabelLinkProps = {
  variants?: readonly string[];
  places?: readonly string[];
  /** Of these, all variants. */
  products?: readonly string[];
};

/** The way to print labels: of these, one of each to begin with, or of what is chosen there. */
export function LabelLink({ variants = [], places = [], products = [] }: LabelLinkProps) {
  const chosen = [
    ...(variants.length > 0 ? [`variants=${variants.join(",")}`] : []),
    ...(products.length > 0 ? [`products=${products.join(",")}`] : []),
    ...(places.length > 0 ? [`places=${places.join(",")}`] : []),
  ].join("&");
  return (
    <Button variant="ghost" asChild>
      <PageLink href={chosen === "" ? "/labels" : `/labels?${chosen}`}>
        <Printer aria-hidden />
        {t("common.labels")}
      </PageLink>
    </Button>
  );
}
