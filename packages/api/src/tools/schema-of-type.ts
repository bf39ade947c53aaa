import ts from "typescript-api";

/** What a type looks like once it has travelled as JSON: a JSON Schema, in the dialect of OpenAPI 3.1. */
export type TypeSchema = { [keyword: string]: unknown };

/** Schemas of the types that have a name of their own, which others refer to. */
export type NamedSchemas = Map<string, TypeSchema>;

type Walk = Readonly<{ checker: ts.TypeChecker; at: ts.Node; named: NamedSchemas }>;

/** Describes a type. Types with a name are put among `named` and referred to, so that one that holds itself comes to an end. */
export function schemaOfType(walk: Walk, type: ts.Type): TypeSchema {
  const name = nameOf(walk, type);
  if (name === undefined) return shapeOf(walk, type);
  if (!walk.named.has(name)) {
    walk.named.set(name, {});
    walk.named.set(name, { ...docOf(walk, type.aliasSymbol), ...shapeOf(walk, type) });
  }
  return { $ref: `#/components/schemas/${name}` };
}

/** The alias of an object that takes no type of another; lists and pages of something go by what they hold. */
function nameOf({ checker }: Walk, type: ts.Type): string | undefined {
  const { aliasSymbol, aliasTypeArguments } = type;
  if (aliasSymbol === undefined || aliasTypeArguments !== undefined) return undefined;
  const isThing = type.isUnion() || (type.flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection)) !== 0;
  return isThing && !checker.isArrayType(type) ? aliasSymbol.name : undefined;
}

function shapeOf(walk: Walk, type: ts.Type): TypeSchema {
  const { flags } = type;
  if (flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown)) return {};
  if (type.isStringLiteral()) return { type: "string", enum: [type.value] };
  if (type.isNumberLiteral()) return { type: "number", enum: [type.value] };
  if (flags & ts.TypeFlags.BooleanLiteral)
    return { type: "boolean", enum: [walk.checker.typeToString(type) === "true"] };
  if (flags & (ts.TypeFlags.String | ts.TypeFlags.TemplateLiteral)) return { type: "string" };
  if (flags & ts.TypeFlags.Number) return { type: "number" };
  if (flags & ts.TypeFlags.Boolean) return { type: "boolean" };
  if (flags & ts.TypeFlags.Null) return { type: "null" };
  if (type.isUnion()) return unionOf(walk, type);
  if (type.isIntersection() && type.types.some((part) => part.flags & ts.TypeFlags.String)) return { type: "string" };
  return objectOf(walk, type);
}

function unionOf(walk: Walk, type: ts.UnionType): TypeSchema {
  const parts = type.types.filter((part) => !(part.flags & (ts.TypeFlags.Undefined | ts.TypeFlags.Void)));
  const words = parts.filter((part) => part.isStringLiteral()).map((part) => part.value);
  const booleans = parts.filter((part) => part.flags & ts.TypeFlags.BooleanLiteral);
  const others = parts.filter((part) => !part.isStringLiteral() && !booleans.includes(part));
  const schemas = [
    ...(words.length > 0 ? [{ type: "string", enum: words.toSorted() }] : []),
    ...(booleans.length === 2 ? [{ type: "boolean" }] : booleans.map((part) => shapeOf(walk, part))),
    ...others.map((part) => schemaOfType(walk, part)),
  ].toSorted((a, b) => order(a) - order(b));
  const [only] = schemas;
  if (schemas.length === 1 && only !== undefined) return only;
  return orNull(schemas) ?? { anyOf: schemas };
}

// What may be nothing says so last.
const order = ({ type }: TypeSchema): number => Number(type === "null");

/** A plain type or nothing, in the short form. */
function orNull(schemas: readonly TypeSchema[]): TypeSchema | undefined {
  const [first, last, ...more] = schemas;
  if (more.length > 0 || last?.["type"] !== "null" || typeof first?.["type"] !== "string") return undefined;
  const words: unknown = first["enum"];
  if (first["type"] === "object" || first["type"] === "array") return undefined;
  return {
    ...first,
    type: [first["type"], "null"],
    ...(Array.isArray(words) ? { enum: words.concat(null) as unknown[] } : {}),
  };
}

function objectOf(walk: Walk, type: ts.Type): TypeSchema {
  const { checker } = walk;
  if (checker.isTupleType(type)) {
    const items = checker.getTypeArguments(type as ts.TypeReference).map((item) => schemaOfType(walk, item));
    return { type: "array", prefixItems: items, minItems: items.length, maxItems: items.length };
  }
  if (checker.isArrayType(type)) {
    const [item] = checker.getTypeArguments(type as ts.TypeReference);
    return { type: "array", items: item === undefined ? {} : schemaOfType(walk, item) };
  }
  if (type.symbol?.name === "Date") return { type: "string", format: "date-time" };
  const index = checker.getIndexInfosOfType(type)[0];
  const properties = checker.getPropertiesOfType(type).toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const required = properties.filter((property) => !isOptional(walk, property)).map(({ name }) => name);
  return {
    type: "object",
    ...(properties.length === 0 ? {} : { properties: propertiesOf(walk, properties) }),
    ...(required.length === 0 ? {} : { required }),
    ...(index === undefined ? {} : { additionalProperties: valuesOf(walk, index.type) }),
  };
}

/** A record of nothing is an object without properties. */
const valuesOf = (walk: Walk, type: ts.Type): TypeSchema | false =>
  type.flags & ts.TypeFlags.Never ? false : schemaOfType(walk, type);

const propertiesOf = (walk: Walk, properties: readonly ts.Symbol[]): TypeSchema =>
  Object.fromEntries(
    properties.map((property) => {
      const schema = schemaOfType(walk, walk.checker.getTypeOfSymbolAtLocation(property, walk.at));
      return [property.name, { ...schema, ...docOf(walk, property) }];
    }),
  );

function isOptional({ checker, at }: Walk, property: ts.Symbol): boolean {
  if (property.flags & ts.SymbolFlags.Optional) return true;
  const type = checker.getTypeOfSymbolAtLocation(property, at);
  return type.isUnion() && type.types.some((part) => part.flags & ts.TypeFlags.Undefined);
}

function docOf({ checker }: Walk, symbol: ts.Symbol | undefined): TypeSchema {
  const text = ts.displayPartsToString(symbol?.getDocumentationComment(checker)).replaceAll(/\s+/g, " ").trim();
  return text === "" ? {} : { description: text };
}
