"use client";
import type { RoleRow } from "@storehouse/domain";
import { Banner, Button, Sheet } from "@storehouse/ui";
import { Copy } from "lucide-react";
import { roleLabel } from "../../components/role-words.ts";
import { t } from "../../language/t.ts";
import { roleHint } from "./columns.tsx";
import { PermissionList } from "./permission-list.tsx";

type LockedRoleSheetProps = { record: RoleRow; onClose: () => void; onCopy: (() => void) | undefined };

/** A role to be read: a built-in one, or any for who may not change roles. */
export function LockedRoleSheet({ record, onClose, onCopy }: LockedRoleSheetProps) {
  const hint = roleHint(record);
  return (
    <Sheet
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={roleLabel(record.name)}
      footer={
        onCopy ? (
          <Button className="mr-auto" onClick={onCopy}>
            <Copy aria-hidden />
            {t("role.makeACopy")}
          </Button>
        ) : undefined
      }
    >
      <div className="space-y-5">
        {record.isBuiltIn && onCopy ? <Banner meaning="progress">{t("role.thisRoleIsBuiltIn")}</Banner> : null}
        {hint ? <p>{hint}</p> : null}
        <Button variant="link" onClick={onClose}>
          {t("role.compareWithTheOtherRoles")}
        </Button>
        <PermissionList held={record.permissions} />
      </div>
    </Sheet>
  );
}
