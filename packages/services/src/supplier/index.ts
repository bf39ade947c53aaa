export { archiveSupplier } from "./archive-supplier.ts";
export { createSupplier } from "./create-supplier.ts";
export { getSupplier } from "./get-supplier.ts";
export { listSuppliers } from "./list-suppliers.ts";
export { updateSupplier } from "./update-supplier.ts";
