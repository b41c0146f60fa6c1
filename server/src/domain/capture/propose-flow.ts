import type { Flow } from '../model/concepts.ts';
import { isLiveOn } from '../model/entity.ts';
import { coveredBy, distinct, linksWith, listed, replacedNotes } from './class-links.ts';
import type { NotUnderstood, ParsedLine } from './parsed-line.ts';
import { described } from './described.ts';
import { hasSaid, notSaidYet } from './not-said-yet.ts';
import { none } from './parse-line.ts';
import type { Sketch, Thing } from './sketch.ts';

type Said = Extract<ParsedLine, { readonly kind: 'FLOW' }>;

/**
 * Adds to a sketch what a flow comes to (mutates it), and returns the sentence. Where the two systems have a flow already, by the same
 * protocol or where either leaves it unsaid, the classes are added to that; otherwise there is a new one. Without a class it is said that what is
 * sent is still to be named.
 */
export const proposeFlow = (sketch: Sketch, said: Said): string | NotUnderstood => {
  const from = distinct(said.from.map((words) => sketch.system(words, 'from')));
  const to = distinct(said.to.map((words) => sketch.system(words, 'to')));
  const classes = distinct(said.classes.map(sketch.dataClass));
  const same = from.find(({ id }) => to.some((other) => other.id === id));
  if (same !== undefined)
    return none(`Both sides name the same system, "${same.name}". Name the other one by its id or its whole name.`);
  const all = { ...said, rest: sketch.restOf(said.rest) };
  for (const sender of from) for (const receiver of to) proposeOne(sketch, all, sender, receiver, classes);
  if (said.via !== undefined)
    sketch.notes.push(`"${said.via}" is a system and not a protocol: say each of the two ways in a line of its own.`);
  if (classes.length === 0)
    sketch.notes.push(`No data class is named; to say what is sent, name it behind a colon, as in "${exampleArrow}".`);
  const how = [
    ...(said.protocol === undefined ? [] : [` by ${said.protocol}`]),
    ...(said.schedule === undefined ? [] : [`, ${said.schedule}`]),
    ...(said.trigger === undefined ? [] : [`, ${said.trigger}`]),
  ].join('');
  return `${listed(from)} ${from.length === 1 ? 'sends' : 'send'} ${classes.length === 0 ? 'something' : listed(classes)} to ${listed(to)}${how}.`;
};

const exampleArrow = 'LIS -> EHR: lab results via HL7 v2';

/** A flow as said, with all that nobody understood of the line. */
type SaidInAll = Omit<Said, 'rest'> & { readonly rest: string | undefined };

const proposeOne = (sketch: Sketch, said: SaidInAll, from: Thing, to: Thing, classes: readonly Thing[]): void => {
  const { graph, asOf } = sketch.context;
  const between = [...graph.Flow.values()].filter(
    (flow) => flow.from === from.id && flow.to === to.id && isLiveOn(flow, asOf) && fits(flow, said.protocol),
  );
  const missingOf = (flow: Flow): readonly Thing[] => classes.filter(({ id }) => !coveredBy(sketch, flow.carries, id));
  const closeness = (flow: Flow): number =>
    (said.protocol !== undefined && flow.protocol !== undefined ? 0 : 1) * 1_000 + missingOf(flow).length;
  const [flow] = between.toSorted((a, b) => closeness(a) - closeness(b) || (a.id < b.id ? -1 : 1));
  if (flow === undefined) return create(sketch, said, from, to, classes);
  const missing = missingOf(flow);
  const news = {
    ...(said.protocol !== undefined && flow.protocol === undefined ? { protocol: said.protocol } : {}),
    ...(said.schedule !== undefined && flow.schedule === undefined ? { schedule: said.schedule } : {}),
    ...(said.trigger !== undefined && flow.trigger === undefined ? { trigger: said.trigger } : {}),
  };
  const more = notSaidYet(flow, leftOver(flow, said));
  if (missing.length === 0 && Object.keys({ ...news, ...more }).length === 0) {
    sketch.notes.push(`The flow "${flow.name}" says so already.`);
    return;
  }
  const input = {
    ...(missing.length === 0
      ? {}
      : {
          carries: linksWith(
            flow.carries,
            missing.map(({ id }) => id),
            asOf,
            ['transform'],
            {},
          ),
        }),
    ...news,
    ...more,
  };
  sketch.changes.push({ updateFlow: { id: flow.id, expectedRevision: flow.revision, input } });
  sketch.notes.push(
    ...replacedNotes(
      sketch,
      flow.carries,
      missing.map(({ id }) => id),
    ),
  );
  sketch.notes.push(`It is added to the flow that is there: "${flow.name}".`);
  if (said.schedule !== undefined && flow.schedule !== undefined && flow.schedule !== said.schedule)
    sketch.notes.push(`That flow keeps its schedule, ${flow.schedule}; what you say stands in its description.`);
};

/** What was said and finds no place in a flow that is there: another schedule, a protocol in more detail, what nobody understood. */
const leftOver = (flow: Flow, { protocol, schedule, trigger, rest }: SaidInAll): string | undefined => {
  const { protocol: by, schedule: when, trigger: upon } = flow;
  const differs = (there: string | undefined, said: string | undefined): readonly string[] =>
    there === undefined || said === undefined || hasSaid([there, flow.description], said) ? [] : [said];
  const parts = [...differs(by, protocol), ...differs(when, schedule), ...differs(upon, trigger)];
  const all = [...parts, ...(rest === undefined || hasSaid([flow.description], rest) ? [] : [rest])];
  return all.length === 0 ? undefined : all.join('; ');
};

const create = (sketch: Sketch, said: SaidInAll, from: Thing, to: Thing, classes: readonly Thing[]): void => {
  const name = `${from.name} to ${to.name}`;
  const { protocol, schedule, trigger } = said;
  sketch.changes.push({
    createFlow: {
      id: sketch.freeId('Flow', `${from.id}-to-${to.id}`),
      name,
      from: from.id,
      to: to.id,
      grade: 'ASSERTED',
      carries: classes.map(({ id }) => ({ dataClass: id })),
      ...(protocol === undefined ? {} : { protocol }),
      ...(schedule === undefined ? {} : { schedule }),
      ...(trigger === undefined ? {} : { trigger }),
      ...described(undefined, said.rest),
    },
  });
  sketch.notes.push(`The flow "${name}" is new.`);
};

const wordsOfProtocol = (text: string): readonly string[] =>
  text
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');

/** Whether a flow may be the one that is meant: `HL7 v2` is said of `HL7 v2 ORU^R01` too. */
const fits = ({ protocol }: Pick<Flow, 'protocol'>, said: string | undefined): boolean => {
  if (said === undefined || protocol === undefined) return true;
  const [there, asked] = [wordsOfProtocol(protocol), wordsOfProtocol(said)];
  const [short, long] = asked.length <= there.length ? [asked, there] : [there, asked];
  return short.every((word, at) => long[at] === word);
};
