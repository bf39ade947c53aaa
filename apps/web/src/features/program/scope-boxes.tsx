"use client";
import { KEY_SCOPES, type Permission } from "@storehouse/domain";
import { Checkbox } from "@storehouse/ui";
import { PERMISSION_WORDS } from "../../components/permission-words.ts";
import { t } from "../../language/t.ts";

type ScopeBoxesProps = {
  chosen: readonly Permission[];
  onChange: (chosen: Permission[]) => void;
  holds: (permission: Permission) => boolean;
};

/** Every permission a key can have, to tick one by one; those that the person lacks are not offered. */
export function ScopeBoxes({ chosen, onChange, holds }: ScopeBoxesProps) {
  const toggle = (permission: Permission, isOn: boolean) =>
    onChange(isOn ? [...chosen, permission] : chosen.filter((one) => one !== permission));
  return (
    <fieldset>
      <legend className="pb-1 font-semibold">{t("program.itMay")}</legend>
      {KEY_SCOPES.filter(holds).map((permission) => (
        <Checkbox
          key={permission}
          label={PERMISSION_WORDS[permission]}
          checked={chosen.includes(permission)}
          onCheckedChange={(isOn) => toggle(permission, isOn === true)}
        />
      ))}
    </fieldset>
  );
}
