export { findOperator } from "./find-operator.ts";
export { logInOperator, passOperatorStep } from "./log-in-operator.ts";
export {
  createOperator,
  disableOperator,
  listOperators,
  type NewOperator,
  type OperatorRow,
  resetOperator,
} from "./manage-operators.ts";
export { proveOperator } from "./prove-operator.ts";
export { readOperatorLink, useOperatorLink } from "./operator-link.ts";
