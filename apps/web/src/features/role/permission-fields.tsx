"use client";
import type { Permission } from "@storehouse/domain";
import { Button, Checkbox } from "@storehouse/ui";
import {
  permissionGroups,
  type PermissionGroup,
  withoutPermission,
  withPermission,
} from "../../components/permission-groups.ts";
import { useCan } from "../session/index.ts";
import { t } from "../../language/t.ts";

type PermissionFieldsProps = {
  chosen: readonly Permission[];
  onChange: (chosen: readonly Permission[]) => void;
};

/** What a role may do, to be ticked by group. What one lacks oneself can be neither given nor taken. */
export function PermissionFields({ chosen, onChange }: PermissionFieldsProps) {
  const can = useCan();
  const isShort = permissionGroups().some(({ permissions }) => permissions.some(({ permission }) => !can(permission)));
  const set = (permission: Permission, isOn: boolean) =>
    onChange(
      isOn ? withPermission(chosen, permission).filter(orHeld(chosen, can)) : withoutPermission(chosen, permission),
    );
  const setAll = (group: PermissionGroup, isOn: boolean) =>
    onChange(
      group.permissions
        .filter(({ permission }) => can(permission))
        .reduce<readonly Permission[]>(
          (next, { permission }) =>
            isOn ? withPermission(next, permission).filter(orHeld(chosen, can)) : withoutPermission(next, permission),
          chosen,
        ),
    );
  return (
    <div className="space-y-5">
      {isShort ? <p className="text-xs text-faint">{t("role.youCanGiveAndTake")}</p> : null}
      {permissionGroups().map((group) => (
        <GroupFields
          key={group.title}
          group={group}
          chosen={chosen}
          isLocked={(permission) => !can(permission)}
          onChange={set}
          onAll={(isOn) => setAll(group, isOn)}
        />
      ))}
    </div>
  );
}

// What a permission needs comes along only where it may be given.
const orHeld =
  (before: readonly Permission[], can: (permission: Permission) => boolean) =>
  (permission: Permission): boolean =>
    before.includes(permission) || can(permission);

type GroupFieldsProps = {
  group: PermissionGroup;
  chosen: readonly Permission[];
  isLocked: (permission: Permission) => boolean;
  onChange: (permission: Permission, isOn: boolean) => void;
  onAll: (isOn: boolean) => void;
};

function GroupFields({ group, chosen, isLocked, onChange, onAll }: GroupFieldsProps) {
  const isWhole = group.permissions.every(({ permission }) => chosen.includes(permission));
  return (
    <fieldset className="rounded-lg border">
      <legend className="sr-only">{group.title}</legend>
      <div className="flex min-h-9 items-center justify-between gap-3 border-b bg-sunken px-3">
        <p aria-hidden className="text-xs font-semibold text-quiet">
          {group.title}
        </p>
        <Button
          variant="ghost"
          size="sm"
          aria-label={t(isWhole ? "role.noneOf" : "role.allOf", { title: group.title })}
          onClick={() => onAll(!isWhole)}
        >
          {isWhole ? t("role.none") : t("common.all")}
        </Button>
      </div>
      <div className="space-y-1 px-3 py-2">
        {group.permissions.map(({ permission, label }) => (
          <Checkbox
            key={permission}
            label={label}
            checked={chosen.includes(permission)}
            disabled={isLocked(permission)}
            onCheckedChange={(isOn) => onChange(permission, isOn === true)}
          />
        ))}
      </div>
    </fieldset>
  );
}
