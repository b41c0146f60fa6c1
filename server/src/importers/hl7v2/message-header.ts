import { cleanText } from '../json-value.ts';
import { redact } from '../redact.ts';

/** One end of a feed as a header names it; `''` for what it does not. `oid` is the object identifier of the application, or else of the facility. */
export interface FeedEnd {
  readonly application: string;
  readonly facility: string;
  readonly oid: string;
}

/** What the header of a message says. `component` and the others are `''` when it does not say them. */
export interface MessageHeader {
  readonly separator: string;
  readonly component: string;
  readonly sender: FeedEnd;
  /** One or more; a message may be for several. */
  readonly receivers: readonly FeedEnd[];
  /** `ORU`, `R01` and `ORU_R01`; each `''` when it is not said. */
  readonly code: string;
  readonly event: string;
  readonly structure: string;
  readonly version: string;
}

/** As many receivers as are told of one message. */
const mostReceivers = 10;

/** Returns whether a character can stand between fields: no letter, digit or blank. */
export const isSeparator = (character: string): boolean => /^[^\p{L}\p{N}\s\p{Cc}_]$/u.test(character);

/** Returns the header of a message from fields of its MSH by their number, with the separators it says itself. Pure. */
export const headerOf = (separator: string, fields: ReadonlyMap<number, string>): MessageHeader => {
  const marks = [...(fields.get(2) ?? '')];
  const [component = '', repetition = '', escape = ''] = marks;
  const part = (text: string, by: string): readonly string[] => (by === '' ? [text] : text.split(by));
  const named = (text: string): HierarchicName => {
    const [namespace = '', universal = ''] = part(text, component);
    const oid = [universal, namespace].find(isOid) ?? '';
    return { name: nameIn(namespace, escape) || nameIn(universal, escape), oid };
  };
  const repeated = (field: number): readonly HierarchicName[] =>
    part(fields.get(field) ?? '', repetition)
      .slice(0, mostReceivers)
      .map(named);
  const end = (application: HierarchicName, facility: HierarchicName): FeedEnd => ({
    application: application.name,
    facility: facility.name,
    oid: application.oid || facility.oid,
  });
  const first = (field: number): HierarchicName => repeated(field)[0] ?? noName;
  const [applications, facilities] = [repeated(5), repeated(6)];
  const receivers = Array.from({ length: Math.max(applications.length, facilities.length) }, (_, at) =>
    // Where only one of the two is repeated, the other is that of all.
    end(applications[at] ?? applications[0] ?? noName, facilities[at] ?? facilities[0] ?? noName),
  );
  return {
    separator,
    component,
    sender: end(first(3), first(4)),
    receivers,
    ...typeIn(part(fields.get(9) ?? '', component)),
    version: matching(part(fields.get(12) ?? '', component)[0], /^\d(?:\.\d){0,2}$/),
  };
};

interface HierarchicName {
  readonly name: string;
  readonly oid: string;
}

const noName: HierarchicName = { name: '', oid: '' };

/** A type is one, two or three components; old systems write `ORU_R01` as one. */
const typeIn = ([code = '', event, structure]: readonly string[]): Pick<
  MessageHeader,
  'code' | 'event' | 'structure'
> => {
  const [before = '', behind = ''] = code.trim().split('_');
  return {
    code: matching(before, /^[A-Z][A-Z0-9]{2}$/),
    event: matching(event ?? behind, /^[A-Z][A-Z0-9]{2}$/),
    structure: matching(structure, /^[A-Z][A-Z0-9]{2}(?:_[A-Z0-9]{3})?$/),
  };
};

const matching = (text: string | undefined, pattern: RegExp): string => {
  const trimmed = (text ?? '').trim();
  return pattern.test(trimmed) ? trimmed : '';
};

const isOid = (name: string): boolean => /^[012](?:\.\d{1,30}){2,40}$/.test(name);

/** What stands for a separator within a name, by the letter between two escape characters. */
const escaped: Readonly<Record<string, string>> = { F: '|', S: '^', T: '&', R: '~', E: '\\' };

/** The name of an application or facility: one short line. `""` says that it is none. */
const nameIn = (text: string, escape: string): string => {
  const short = text.slice(0, 200);
  const name = cleanText(escape !== '' && short.includes(escape) ? unescaped(short, escape) : short) ?? '';
  return name === '""' ? '' : redact(name).slice(0, 80);
};

const unescaped = (text: string, escape: string): string =>
  Object.entries(escaped).reduce((now, [letter, mark]) => now.replaceAll(escape + letter + escape, mark), text);
