import { entryById } from '../catalogue/index.ts';
import type { RestrictionTarget } from '../model/concepts.ts';
import { isLiveOn } from '../model/entity.ts';
import { distinct, listed } from './class-links.ts';
import { channelKindCalled, matchChannels, matchSystems } from './match-names.ts';
import type { NameMatch } from './name-match.ts';
import type { NotUnderstood, ParsedLine } from './parsed-line.ts';
import { none } from './parse-line.ts';
import { described } from './described.ts';
import { isOutright } from './name-certainty.ts';
import { hasSaid } from './not-said-yet.ts';
import { namesTime } from './said-time.ts';
import type { Sketch, Thing } from './sketch.ts';

type Said = Extract<ParsedLine, { readonly kind: 'RESTRICTION' }>;

/** The practice that each effect is proposed as: a guess that is told, and changed in the form of the restriction. */
const practiceByEffect = { WITHHOLDS: 'PT-REFUSE', FILTERS: 'PT-FILTER-SILENT', DELAYS: 'PT-DELAY-BLANKET' } as const;
const verbByEffect = { WITHHOLDS: 'withholds', FILTERS: 'filters out', DELAYS: 'delays' } as const;
const pastByEffect = { WITHHOLDS: 'withheld', FILTERS: 'filtered out', DELAYS: 'delayed' } as const;

/** What is said to ground a restriction, in a sentence. */
const groundByBasis = {
  PATIENT_REQUEST: 'It is said to rest on what the patient asked for.',
  LAW: 'It is said to rest on a law.',
  CONTRACT: 'It is said to rest on a contract.',
  VENDOR_DEFAULT: "It is said to rest on a vendor's default.",
  POLICY: 'It is said to rest on a policy of the organization.',
  TECHNICAL: 'It is said to rest on a technical reason.',
  UNKNOWN: 'What it rests on is not known from the line.',
} as const;
type Ground = keyof typeof groundByBasis;

/** Words of a reason, and what they say grounds a restriction. */
const groundWords: readonly (readonly [Ground, RegExp])[] = [
  ['PATIENT_REQUEST', /\b(?:patients?|they) (?:asked|requested|wants?)\b/i],
  ['LAW', /\b(?:laws?|statutes?|regulations?|acts?|cfr|usc)\b/i],
  ['CONTRACT', /\b(?:contracts?|agreements?)\b/i],
  ['VENDOR_DEFAULT', /\b(?:vendors?|defaults?)\b/i],
  ['POLICY', /\b(?:policy|policies|committee)\b/i],
  ['TECHNICAL', /\b(?:technical|interface|format|software|bandwidth)\b/i],
];

/**
 * Adds to a sketch that something holds classes back (mutates it), and returns the sentence. It sits on the access channel of that name,
 * else on the system. What is said to ground it is taken from the reason, UNKNOWN where that does not say.
 */
export const proposeRestriction = (sketch: Sketch, said: Said): string | NotUnderstood => {
  const { graph, asOf, catalogues } = sketch.context;
  const audiences: Thing[] = [];
  for (const words of said.audiences) {
    const audience = sketch.audience(words);
    if (audience === undefined) return none(`"${words}" is not an audience of this inventory.`);
    if (!audiences.some(({ id }) => id === audience.id)) audiences.push(audience);
  }
  const { place, target } = placeOf(sketch, said.place);
  const classes = distinct(said.classes.map(sketch.dataClass));
  const whom = audiences.length === 0 ? 'everybody' : listed(audiences);
  const { effect, duration } = said;
  const time = duration === undefined ? '' : /^until /i.test(duration) ? ` ${duration}` : ` for ${duration}`;
  const because = said.reason === undefined ? undefined : `Because ${said.reason}.`;
  const rest = sketch.restOf(said.rest);
  const sentence = `${place.name} ${verbByEffect[effect]} ${listed(classes)} ${effect === 'DELAYS' ? 'for' : 'from'} ${whom}${effect === 'DELAYS' ? time.replace(' for ', ', by ').replace(' until ', ', until ') : time}.`;
  const same = [...graph.Restriction.values()].find(
    (each) =>
      isLiveOn(each, asOf) &&
      each.effect === effect &&
      each.appliesTo.kind === target.kind &&
      each.appliesTo.id === target.id &&
      has(each.limits, classes) &&
      (each.audiences.length === 0 || (audiences.length > 0 && has(each.audiences, audiences))),
  );
  if (same !== undefined) {
    const { id, name, description, revision: expectedRevision } = same;
    const isNew = (text: string | undefined): boolean => text !== undefined && !hasSaid([name, description], text);
    const news = [
      ...(isNew(duration) ? [`${capital(time.trim())}.`] : []),
      ...(isNew(said.reason) ? [because] : []),
      ...(isNew(rest) ? [rest] : []),
    ];
    if (news.length === 0) sketch.notes.push(`The restriction "${name}" says so already.`);
    else {
      const input = described(description, ...news);
      sketch.changes.push({ updateRestriction: { id, expectedRevision, input } });
      sketch.notes.push(
        `There is a restriction of that kind, "${name}"; what you say besides is added to its description.`,
      );
      if (isNew(duration) && namesTime(`${name} ${description ?? ''}`))
        sketch.notes.push('It names another time: look which of the two holds.');
    }
    return sentence;
  }
  const name = `${listed(classes)} ${pastByEffect[effect]}${time} on ${place.name}`;
  const basis = groundWords.find(([, words]) => words.test(said.reason ?? ''))?.[0] ?? 'UNKNOWN';
  const practice = practiceByEffect[effect];
  sketch.changes.push({
    createRestriction: {
      id: sketch.freeId('Restriction', name),
      name,
      practice,
      effect,
      basis,
      grade: 'ASSERTED',
      appliesTo: target.kind === 'CHANNEL' ? { channel: target.id } : { system: target.id },
      limits: classes.map(({ id }) => id),
      audiences: audiences.map(({ id }) => id),
      ...described(time === '' ? undefined : `${capital(time.trim())}.`, because, rest),
    },
  });
  sketch.notes.push(
    `The restriction is new; its practice is proposed as "${entryById(catalogues.practices, practice)?.name ?? practice}". ${groundByBasis[basis]}`,
  );
  return sentence;
};

/** No class named limits every class. */
const has = (ids: readonly string[], things: readonly Thing[]): boolean =>
  ids.length === 0 || things.every(({ id }) => ids.includes(id));

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const placeOf = (sketch: Sketch, words: string): { readonly place: Thing; readonly target: RestrictionTarget } => {
  const { context } = sketch;
  const [system] = matchSystems(words, context);
  const [channel] = matchChannels(words, context);
  const isChannel =
    channel === undefined
      ? system === undefined && channelKindCalled(words, context.catalogues) !== undefined
      : !isRather(system, channel);
  if (isChannel) {
    const place = sketch.channel(words) ?? sketch.newChannel(words, {});
    return { place, target: { kind: 'CHANNEL', id: place.id } };
  }
  const place = sketch.system(words, 'holder');
  return { place, target: { kind: 'SYSTEM', id: place.id } };
};

/** A system that is named outright is meant rather than a channel that only is served by it. */
const isRather = (system: NameMatch | undefined, channel: NameMatch): boolean =>
  system !== undefined && isOutright(system) && channel.way === 'SERVED';
