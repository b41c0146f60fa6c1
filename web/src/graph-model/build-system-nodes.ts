import type { AnswerInput, SystemInput } from './answer-input.ts';
import { kindCode, kindName, saysKind } from './catalogue-words.ts';
import { describeRestrictions, joinSentences } from './describe.ts';
import { restrictionTone, toneWords, worstTone, type Tone } from './tone.ts';
import { viewId, type ViewNode } from './trace-view.ts';
import type { ViewContext } from './view-context.ts';

/** One box per system of the answer, in the answer's order. */
export const buildSystemNodes = (answer: AnswerInput, context: ViewContext): readonly ViewNode[] =>
  answer.systems.map((entry) => systemNode(entry, answer, context));

const systemNode = (entry: SystemInput, answer: AnswerInput, context: ViewContext): ViewNode => {
  const restrictions = context.restrictionsOf(entry.restrictions);
  const tone = systemTone(entry, context);
  const [first] = restrictions;
  const more = restrictions.length > 1 ? ` +${restrictions.length - 1}` : '';
  const status = systemStatus(entry, tone);
  const kind = kindName(entry.system.kind, answer.kindNames);
  const told = answer.kindNames?.has(entry.system.kind) === true && !saysKind(entry.system.name, kind);
  const lead = joinSentences(
    `${entry.system.name}${told ? ` (${kind})` : ''}, ${roleWords(entry)}`,
    entry.start === 'UNEXPLAINED_COPY' ? 'No recorded flow could have supplied this copy' : '',
    entry.undeclared ? 'A flow delivers the data here, and nobody declared that the system holds it' : '',
    entry.stranded ? 'No channel that releases it can be reached from here' : '',
    reachWords(entry, context),
  );
  return {
    id: viewId('system', entry.system.id),
    kind: 'system',
    lane: entry.lane,
    name: entry.system.name,
    ...(first === undefined ? kindLine(entry, kind) : { detail: `${first.restriction.name}${more}`, briefer: [] }),
    detailTone: first === undefined ? undefined : worstTone(restrictions.map(restrictionTone)),
    tone,
    glyph: restrictions.length > 0 || entry.stranded,
    marked: tone === 'undocumented',
    status,
    lead,
    sentence: joinSentences(lead, describeRestrictions(entry.restrictions, context)),
    restrictions: entry.restrictions,
    members: [],
    emphasis: 'normal',
  };
};

/** The kind, and the part the system has in the trace where its lane does not say it already. */
const kindLine = (entry: SystemInput, kind: string): Pick<ViewNode, 'detail' | 'briefer'> => {
  const role = roleWords(entry);
  if (saysKind(entry.system.name, kind)) return { detail: role, briefer: [] };
  const more = role === impliedRole[entry.lane] ? '' : ` · ${role}`;
  const shorter = kind.replace(/ system$/, '');
  return {
    detail: `${kind}${more}`,
    briefer: [...(shorter === kind ? [] : [`${shorter}${more}`]), `${kindCode(entry.system.kind)} · ${role}`],
  };
};

const impliedRole = { ORIGIN: 'origin', INTEGRATION: 'passes it on', COPY: 'copy' } as const;

const systemTone = (entry: SystemInput, context: ViewContext): Tone => {
  const own = context.restrictionsOf(entry.restrictions).map(restrictionTone);
  if (own.length > 0) return worstTone(own);
  if (entry.stranded) return 'none';
  const states = new Set(entry.reach.map((reach) => reach.state));
  if (states.has('CLEAR')) return 'released';
  if (states.has('LIMITED')) return 'limited';
  if (states.has('STOPPED')) return 'withheld';
  return 'none';
};

const systemStatus = (entry: SystemInput, tone: Tone): string => {
  if (entry.restrictions.length > 0) return toneWords[tone];
  if (entry.stranded) return 'stranded';
  const states = new Set(entry.reach.map((reach) => reach.state));
  if (states.has('CLEAR')) return 'reached';
  if (states.has('LIMITED')) return 'reached, limited';
  if (states.has('STOPPED')) return 'held here';
  return 'behind a restriction';
};

const reachWords = (entry: SystemInput, context: ViewContext): string => {
  const behind = entry.reach.filter((reach) => reach.state === 'BEHIND').map((reach) => reach.audience);
  const stopped = entry.reach.filter((reach) => reach.state === 'STOPPED').map((reach) => reach.audience);
  return joinSentences(
    behind.length > 0
      ? `for ${context.audienceWords(behind)} it would get here only if what stops it earlier were lifted`
      : '',
    stopped.length > 0 ? `for ${context.audienceWords(stopped)} it may not leave` : '',
  );
};

const roleWords = (entry: SystemInput): string => {
  if (entry.start === 'UNEXPLAINED_COPY') return 'unexplained copy';
  if (entry.role === 'ORIGIN') return 'origin';
  if (entry.role === 'COPY') return 'copy';
  if (entry.role === 'TRANSIT') return 'passes it on';
  return entry.undeclared ? 'not declared' : 'holder';
};
