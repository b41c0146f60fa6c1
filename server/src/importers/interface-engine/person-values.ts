/** Segments of HL7 version 2 whose fields say who somebody is: the patient, the next of kin, the guarantor, the insured. */
const personSegment = /\b(?:PID|NK1|GT1|IN1|IN2|MRG)\b/;

/** Administrative sex, race, marital status, language, religion, ethnic group and death indicator: codes that many share. */
const sharedCode = /\bPID\.(?:8|10|15|16|17|22|30)\b/;

/** What may stand as it is: names of segments and fields, message types and events. */
const structural =
  /^(?:[A-Z][A-Z0-9]{2}(?:\.\d{1,3}){0,2}|[A-Z]{3}\^[A-Z]\d{2}(?:\^\w{0,10})?|[A-Z]\d{2}|\s{0,9}|\d{1,2})$/;

/** What stands where a value of a person could have stood. */
const notKept = '(not kept)';

/** Returns the values a rule compares a field with, in words; those of a field that says who somebody is are not kept. Pure. */
export const comparedValues = (field: string, values: readonly string[]): string =>
  values.length > 0 && personSegment.test(field) && !sharedCode.test(field)
    ? `${values.length === 1 ? 'a value' : `one of ${values.length} values`} ${notKept}`
    : values.map((value) => withoutLongNumbers(value.replace(/^['"]|['"]$/g, ''))).join(' or ');

/**
 * Returns code without the texts it compares with what could say who somebody is: every literal of code that looks at a segment about a
 * person, and every long number. Linear in its length. Pure.
 */
export const withoutPersonValues = (code: string): string =>
  withoutLongNumbers(
    personSegment.test(code)
      ? code.replace(/(["'])((?:(?!\1)[^\\\n]|\\.){0,400})\1/g, (all, quote: string, text: string) =>
          structural.test(text) ? all : `${quote}${notKept}${quote}`,
        )
      : code,
  );

/** A record number, a social security number, a telephone number or a date of birth. */
const withoutLongNumbers = (text: string): string =>
  text.replace(/(?<![\w.])(?:\d{6,40}|\d{2,4}-\d{2,4}-\d{2,8})(?![\w.])/g, notKept);
