import { citationTextCovers, entryById } from '../catalogue/index.ts';
import { currentAnswers } from '../claim/index.ts';
import type { ConditionAnswer } from '../model/concepts.ts';
import { about, type FindingRule } from './finding.ts';
import { claimsOnLive, liveOf } from './live.ts';

/** Conditions for which the text sets a moment. */
const withMoment = ['171.201(f)', '171.202(b)(1)(i)', '171.203(d)', '171.204(b)', '171.204(a)(5)(i)', '171.206(a)(3)'];

const liesIn = (outer: string, condition: string): boolean => citationTextCovers(outer, condition.split('#')[0] ?? '');

/** Good when not met: excluded fees, 45 CFR 171.302(b), and the other question inside a NONE group of a rule pack. */
const wantedNotMet = ['171.302(b)', '171.204(a)(3)#associate'];

/** Questions that only decide whether further conditions apply, the `when` of an IF of a rule pack: good when not met too. */
const onlyDeciding = [
  '171.202(b)(2)#defective',
  '171.202(e)(4)#ended',
  '171.205(a)(3)#initiated',
  '171.301(b)(2)#charged',
  '171.301(b)(3)#licensed',
  '171.302(c)#developer',
  '171.303(b)(2)#royalty',
  '171.303(b)(5)#nda',
  '171.403(d)#charged',
  '171.403(d)#licensed',
];

const isGood = ({ condition, answer, evidence }: ConditionAnswer): boolean => {
  if (wantedNotMet.some((outer) => outer === condition || liesIn(outer, condition))) return answer === 'NOT_MET';
  return answer === 'MET' ? evidence.length > 0 : answer === 'NOT_MET' && onlyDeciding.includes(condition);
};

/** Restrictions without a claim. */
export const undocumented: FindingRule = {
  id: 'undocumented-restriction',
  version: 1,
  level: 'HIGH',
  title: 'Restriction without a documented exception',
  find: ({ index: { graph }, asOf }) => {
    const claimed = new Set(claimsOnLive(graph, asOf).map(({ restriction }) => restriction.id));
    return liveOf(graph.Restriction, asOf)
      .filter(({ id }) => !claimed.has(id))
      .map(({ id, name }) => ({
        entities: [about('restriction', id)],
        explanation: `"${name}" has no documented exception: no claim is recorded.`,
      }));
  },
};

/** Claims with an answer that is missing, not met or without evidence. */
export const incomplete: FindingRule = {
  id: 'evidence-incomplete',
  version: 2,
  level: 'MEDIUM',
  title: 'Evidence incomplete',
  find: ({ index: { graph }, asOf }) =>
    claimsOnLive(graph, asOf)
      .filter(({ claim }) => claim.answers.length === 0 || !currentAnswers(claim).every(isGood))
      .map(({ claim, restriction }) => ({
        entities: [about('claim', claim.id), about('restriction', restriction.id)],
        explanation: `The claim on "${restriction.name}" has an answer that is missing, not met or without evidence.`,
      })),
};

/** Claims whose evidence is dated after the practice began. */
export const late: FindingRule = {
  id: 'evidence-late',
  version: 1,
  level: 'MEDIUM',
  title: 'Evidence dated after the practice began',
  find: ({ index: { graph }, asOf }) =>
    claimsOnLive(graph, asOf)
      .filter(({ claim, restriction: { startedOn = '' } }) =>
        currentAnswers(claim).some(
          ({ condition, evidence }) =>
            evidence.length > 0 &&
            withMoment.some((outer) => liesIn(outer, condition)) &&
            evidence.every((id) => (graph.Evidence.get(id)?.dated ?? '') > startedOn),
        ),
      )
      .map(({ claim, restriction }) => ({
        entities: [about('claim', claim.id), about('restriction', restriction.id)],
        explanation: `Evidence for "${restriction.name}" is dated after ${restriction.startedOn ?? 'the practice began'}, where the text wants it before or at the time.`,
      })),
};

/** Claims whose review is due. */
export const overdue: FindingRule = {
  id: 'review-overdue',
  version: 1,
  level: 'MEDIUM',
  title: 'Review overdue',
  find: ({ index: { graph }, asOf }) =>
    claimsOnLive(graph, asOf)
      .filter(({ claim }) => claim.reviewBy !== undefined && claim.reviewBy < asOf)
      .map(({ claim, restriction }) => ({
        entities: [about('claim', claim.id), about('restriction', restriction.id)],
        explanation: `The claim on "${restriction.name}" was to be reviewed by ${claim.reviewBy ?? ''}.`,
      })),
};

/** Charges for an individual on a channel of electronic access, 45 CFR 171.302(b)(2). */
export const electronicFee: FindingRule = {
  id: 'fee-on-electronic-access',
  version: 1,
  level: 'HIGH',
  title: "Fee on a patient's own electronic access",
  find: ({ index: { graph }, catalogues, asOf }) =>
    liveOf(graph.Restriction, asOf).flatMap(({ id, name, effect, appliesTo, audiences }) => {
      if (effect !== 'CHARGES' || appliesTo.kind !== 'CHANNEL') return [];
      const channel = graph.AccessChannel.get(appliesTo.id);
      const kind = entryById(catalogues.channels, channel?.kind ?? '');
      const charged = audiences.length === 0 ? (channel?.audiences ?? []) : audiences;
      if (kind?.electronicAccess !== true || !charged.some((each) => each === 'PATIENT' || each === 'PROXY')) return [];
      return [
        {
          entities: [about('channel', appliesTo.id), about('restriction', id)],
          explanation: `"${name}" charges for electronic access of the individual on "${channel?.name ?? appliesTo.id}".`,
        },
      ];
    }),
};
