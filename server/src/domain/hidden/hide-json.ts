import { hiddenText } from './pseudonyms.ts';
import { numbered, person, type Hiding } from './rules.ts';

/** Members of records kept as JSON whose texts are ids, codes, dates and words of closed lists. */
const kept = new Set(
  `id concept kind level catalogue drsBranch drsStatus uscdi partOf from to system flow channel dataClass role audiences practice effect basis appliesTo limits
  purposes startedOn endedOn organization lifecycle grade fhirResources overlays evidence restriction`.split(/\s+/),
);

/** Members that hold a text that people wrote. */
const texts = new Set(['notes', 'reason', 'rationale', 'endReason']);

/**
 * Returns a record kept as JSON (topics, stops, changes, outages) with its ids, codes and addresses, names by number and texts hidden; whatever else
 * is a text is left out. Left out as a whole when it cannot be read.
 */
export const json = (value: string, hiding: Hiding): string | undefined => {
  try {
    return JSON.stringify(hideMember('', JSON.parse(value), hiding));
  } catch {
    return undefined;
  }
};

const hideMember = (field: string, value: unknown, hiding: Hiding): unknown => {
  if (typeof value === 'string') return hideText(field, value, hiding);
  if (Array.isArray(value))
    return value.map((each: unknown) => hideMember(field, each, hiding)).filter((each) => each !== undefined);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, member]: [string, unknown]) => {
      const shown = hideMember(name, member, hiding);
      return shown === undefined ? [] : [[name, shown]];
    }),
  );
};

const hideText = (field: string, value: string, hiding: Hiding): string | undefined => {
  if (kept.has(field)) return value;
  if (field === 'link') return address(value);
  if (field === 'title') return numbered('Topic')(value, hiding);
  if (field === 'name') return numbered('New name')(value, hiding);
  if (field === 'custodian' || field === 'source') return person(value, hiding);
  return texts.has(field) && value.trim() !== '' ? hiddenText : undefined;
};

/** An address of the page without what people typed into it; left out when it is none. */
export const address = (value: string): string | undefined => {
  if (!value.startsWith('/')) return undefined;
  const [path = '', query] = value.split('?');
  const params = (query ?? '').split('&').filter((param) => param !== '' && !/^(?:text|owner|do)=/.test(param));
  return params.length === 0 ? path : `${path}?${params.join('&')}`;
};
