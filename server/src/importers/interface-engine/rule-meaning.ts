import { redact } from '../redact.ts';
import type { EngineRule } from './model.ts';
import { comparedValues, withoutPersonValues } from './person-values.ts';

/** What a rule does, as far as it shows. ALWAYS lets everything pass, NEVER nothing; NO_ANSWER is code that gives none. */
export type RuleMeaning = 'ALWAYS' | 'NEVER' | 'NO_ANSWER' | 'MESSAGE_TYPE' | 'CODE_LIST' | 'FIELD' | 'OTHER';

/** A rule with what it does. `types` are the message types it lets pass, if it tests those; `segments` those it looks at. */
export interface UnderstoodRule {
  readonly rule: EngineRule;
  readonly meaning: RuleMeaning;
  readonly types: readonly string[];
  readonly segments: readonly string[];
  /** The rule in words or cleaned code. */
  readonly words: string;
}

const messageField = /MSH\W{1,6}(?:MSH)?\W{0,3}9|messageType|msg_?type/i;
const knownTypes =
  /\b(ADT|ORU|ORM|OML|OMG|OMI|OUL|ORL|MDM|VXU|SIU|DFT|BAR|RDE|RDS|RAS|REF|PPR|QRY|QBP|RSP|ACK|MFN|SRM)\b/g;
const segment =
  /\b(PID|PD1|NK1|PV1|PV2|AL1|IAM|DG1|PR1|OBR|OBX|SPM|ORC|RXA|RXE|RXO|RXD|IN1|IN2|GT1|NTE|TXA|SCH|FT1|EVN|ZPV|ZPI)\b/g;

/** Returns what a rule does. Pure and total: what is not understood is OTHER. */
export const understandRule = (rule: EngineRule): UnderstoodRule => {
  const code = withoutComments(rule.script).slice(0, 20_000);
  const text = `${rule.field} ${rule.values.join(' ')} ${code}`;
  const isTypeTest = messageField.test(text) && (rule.kind !== 'BUILDER' || messageField.test(rule.field));
  const passes = rule.condition !== 'NOT_EQUAL' && rule.condition !== 'NOT_CONTAIN' && !/!=/.test(code);
  const meaning = meaningOf(rule, code, isTypeTest);
  return {
    rule,
    meaning,
    types: meaning === 'MESSAGE_TYPE' && passes ? unique(text.match(knownTypes) ?? []) : [],
    segments: unique((rule.kind === 'BUILDER' ? rule.field : code).match(segment) ?? []),
    words: wordsOf(rule, code),
  };
};

const meaningOf = (rule: EngineRule, code: string, isTypeTest: boolean): RuleMeaning => {
  if (rule.kind === 'BUILDER') return isTypeTest ? 'MESSAGE_TYPE' : rule.values.length > 1 ? 'CODE_LIST' : 'FIELD';
  if (rule.kind !== 'SCRIPT') return 'OTHER';
  if (code === '') return 'NO_ANSWER';
  const answers = code.match(/\breturn\b[^;\n}]{0,400}/g) ?? [];
  if (answers.length === 0) return 'NO_ANSWER';
  const isAll = (word: string): boolean =>
    answers.every((answer) => new RegExp(String.raw`^return\s*\(?\s*${word}\s*\)?\s*$`).test(answer.trim()));
  if (isAll('true')) return 'ALWAYS';
  if (isAll('false')) return 'NEVER';
  if (isTypeTest) return 'MESSAGE_TYPE';
  if (/\bin\s*\{|\bswitch\s*\(|indexOf\s*\(|includes\s*\(|contains\s*\(/.test(code)) return 'CODE_LIST';
  return /==|!=|equals\s*\(|[<>]/.test(code) ? 'FIELD' : 'OTHER';
};

const conditions: Readonly<Record<string, string>> = {
  EQUALS: 'is',
  NOT_EQUAL: 'is not',
  CONTAINS: 'contains',
  NOT_CONTAIN: 'does not contain',
  EXISTS: 'exists',
  NOT_EXIST: 'does not exist',
};

const wordsOf = (rule: EngineRule, code: string): string => {
  if (rule.kind === 'BUILDER') {
    const values = comparedValues(rule.field, rule.values);
    return redact(
      `${fieldName(rule.field)} ${conditions[rule.condition] ?? rule.condition.toLowerCase()}${values === '' ? '' : ` ${values}`}`,
    ).slice(0, 300);
  }
  if (rule.kind === 'FILE') return `what the file ${redact(rule.script).slice(0, 120)} decides`;
  return `code: ${redact(withoutPersonValues(code.replace(/\s+/g, ' '))).slice(0, 260)}`;
};

/** `msg['OBR']['OBR.25']['OBR.25.1'].toString()` is OBR.25.1 to people. */
const fieldName = (field: string): string => {
  const parts = field.match(/[A-Z][A-Z0-9]{2}\.\d{1,3}(?:\.\d{1,3})?/g);
  return parts?.at(-1) ?? field.replace(/\.toString\(\)/g, '').slice(0, 120);
};

/** Returns code without its comments. Linear in its length. */
export const withoutComments = (code: string): string =>
  code
    .replace(/\/\*[^]*?\*\//g, ' ')
    .replace(/(^|[^:'"\\])\/\/[^\n\r]*/g, '$1')
    .trim();

/** Returns the rules of a filter in one sentence; AND binds tighter than OR. */
export const filterInWords = (rules: readonly UnderstoodRule[]): string => {
  const groups: string[][] = [];
  for (const { rule, words } of rules) {
    if (rule.operator === 'OR' || groups.length === 0) groups.push([words]);
    else groups.at(-1)?.push(words);
  }
  return `Lets pass what fits: ${groups.map((group) => group.join(' and ')).join(', or ')}`;
};

const unique = (list: readonly string[]): readonly string[] => [...new Set(list)];
