import type { SaidHow } from './parsed-line.ts';
import { textOf, type Token } from './tokens.ts';

const byMeans = new Set(['via', 'using', 'over', 'through', 'by', 'with', 'as', 'in']);
/** After these whatever follows is how it goes; after the other ones only what is known to be. */
const alwaysMeans = new Set(['via', 'using', 'over', 'through']);
const whens = new Set(['when', 'whenever', 'upon', 'after', 'on', 'if']);
const schedules = new Set(
  'every|each|nightly|daily|hourly|weekly|monthly|yearly|continuously|immediately|overnight|twice|once|at|real-time|realtime'.split(
    '|',
  ),
);
const others = new Set(
  'since|until|for|from|so|but|while|before|because|which|that|where|per|without|within|during'.split('|'),
);

/** Whether a word ends a name and begins what is said besides. */
export const endsName = ({ lower }: Token): boolean =>
  byMeans.has(lower) || whens.has(lower) || schedules.has(lower) || others.has(lower);

const protocolWords = new Set(
  'hl7|v2|fhir|dicom|dicomweb|c-cda|ccda|cda|ccd|x12|edi|ncpdp|direct|sftp|ftp|ftps|pdf|csv|xml|json|ndjson|sql|api|apis|rest|soap|ihe|xds|mllp|flat|file|files|email|mail|fax|odbc|jdbc|vendor|web|https|http|tiff|smart|bulk|oru|adt|orm|mdm|webhook|webhooks|queue|kafka|excel|paper|print|hand|interface|batch|scanning|scan'.split(
    '|',
  ),
);

/** Whether words name a way of transport: the first of them is one, e.g. `HL7 v2 ORU`, `flat file`. */
const isProtocol = (words: readonly Token[]): boolean => {
  const [first, second] = words.filter(({ lower }) => lower !== 'a' && lower !== 'an' && lower !== 'the');
  const known = (token: Token | undefined): boolean =>
    token !== undefined && protocolWords.has(token.lower.replace(/[\^(].*$/, ''));
  return (
    known(first) || (known(second) && second?.lower === 'file') || /^(?:hl7|fhir|x12|dicom)/.test(first?.lower ?? '')
  );
};

/**
 * Returns what the words after the names of a flow say: by what means, when, set off by what. A schedule goes on to the next means or
 * trigger; whatever is none of these is the rest. `isSystem` tells a system that is passed through from a means. Pure.
 */
export const saidHow = (tokens: readonly Token[], isSystem: (text: string) => boolean): SaidHow => {
  const said = { protocol: [] as string[], schedule: [] as string[], trigger: [] as string[], rest: [] as string[] };
  let via: string | undefined;
  for (let at = 0; at < tokens.length;) {
    const word = tokens[at]?.lower ?? '';
    let end = at + 1;
    const isSchedule = schedules.has(word) || isTime(tokens, at);
    const stops = isSchedule
      ? (token: Token) =>
          alwaysMeans.has(token.lower) ||
          ['by', 'with', 'as', 'when', 'whenever', 'upon', 'after'].includes(token.lower) ||
          others.has(token.lower)
      : endsName;
    while (end < tokens.length && !stops(tokens[end] as Token) && tokens[end]?.lower !== ',') end += 1;
    if (isSchedule && end === at + 1 && word === 'in') end += 1;
    const phrase = tokens.slice(at, end);
    const object = tokens.slice(at + 1, end);
    const text = textOf(object);
    if (word === ',' || word === 'and') {
      const rest = textOf(object);
      if (rest !== '') said.rest.push(rest);
    } else if (isSchedule) said.schedule.push(textOf(phrase).replace(/^in /, ''));
    else if (whens.has(word) && text !== '') said.trigger.push(textOf(phrase));
    else if (alwaysMeans.has(word) && text !== '' && isSystem(text) && !isProtocol(object)) {
      via ??= text;
      said.rest.push(textOf(phrase));
    } else if (word === 'over' && said.protocol.length > 0 && text !== '') said.protocol.push(`over ${text}`);
    else if (
      byMeans.has(word) &&
      text !== '' &&
      said.protocol.length === 0 &&
      (alwaysMeans.has(word) || isProtocol(object))
    )
      said.protocol.push(text);
    else said.rest.push(textOf(phrase));
    at = end;
  }
  const joined = Object.entries({
    protocol: said.protocol.join(' '),
    schedule: said.schedule.join(', '),
    trigger: said.trigger.join(', '),
    rest: said.rest.join(' '),
  }).filter(([, text]) => text !== '');
  return { ...Object.fromEntries(joined), ...(via === undefined ? {} : { via }) };
};

/** `in real time`, `in batches`, `on demand`, `on request` at a place. */
const isTime = (tokens: readonly Token[], at: number): boolean => {
  const [word, next] = [tokens[at]?.lower, tokens[at + 1]?.lower];
  if (word === 'in') return next === 'real' || next === 'batches' || next === 'near';
  return word === 'on' && (next === 'demand' || next === 'request');
};
