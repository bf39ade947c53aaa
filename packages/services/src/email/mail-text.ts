// One line each: whatever could start a header of its own, or turn the reading direction, has no place in one.
const NOT_IN_A_LINE = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]+/gu;
const ADDRESS =
  /^[a-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)+$/i;

/** True for one plain address and nothing besides: no name, no list, no line break. */
export const isMailAddress = (text: string): boolean => text.length <= 254 && ADDRESS.test(text);

/** Text as one line of at most so many characters, fit for a header. */
export const mailLine = (text: string, max: number): string =>
  Array.from(text.replace(NOT_IN_A_LINE, " ").trim()).slice(0, max).join("");
