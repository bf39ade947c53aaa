/** The token of an `Authorization: Bearer …` header (RFC 6750); undefined where there is none, or it is of another scheme. */
export const bearerOf = (header: string | undefined): string | undefined =>
  header === undefined ? undefined : /^Bearer +([\w.~+/=-]{1,4096})$/i.exec(header)?.[1];
