import type { Effect, RestrictionTarget } from '../../server/src/domain/model/concepts.ts';
import type { Draft } from './draft.ts';
import type { Random } from './random.ts';
import type { Size } from './size.ts';

const effects: readonly Effect[] = ['FILTERS', 'FILTERS', 'WITHHOLDS', 'DELAYS', 'CONDITIONS', 'NARROWS_MANNER'];

/** The one document every made claim rests on. */
const evidence = 'evidence-0001';

/** Adds restrictions, each with a claim that is answered and evidenced (changes the draft). */
export const addRestrictions = (draft: Draft, { restrictions }: Size, random: Random): void => {
  draft.evidence.push({ id: evidence, name: 'Policy', dated: '2025-01-02', uri: 'https://policies.example/1' });
  for (let at = 0; at < restrictions; at += 1) restrict(draft, targetIn(draft, random), random, true);
};

const targetIn = ({ systems, flows, channels }: Draft, random: Random): RestrictionTarget => {
  const chance = random.next();
  if (chance < 0.5) return { kind: 'FLOW', id: random.pick(flows).id };
  return chance < 0.75
    ? { kind: 'SYSTEM', id: random.pick(systems).id }
    : { kind: 'CHANNEL', id: random.pick(channels).id };
};

/** Adds one restriction and returns its id (changes the draft). One in ten bears on every class, two in five on some audiences only. */
export const restrict = (draft: Draft, appliesTo: RestrictionTarget, random: Random, isClaimed: boolean): string => {
  const number = String(draft.restrictions.length + 1).padStart(4, '0');
  const id = `restriction-${number}`;
  const ids = draft.classes.filter(({ level }) => level === 'CLASS').map((each) => each.id);
  const limits = new Set<string>();
  if (!random.chance(0.1)) for (let draw = 0; draw < 4; draw += 1) limits.add(ids[random.zipf(ids.length)] ?? '');
  draft.restrictions.push({
    id,
    name: `Restriction ${number}`,
    practice: 'PT-FILTER-SILENT',
    effect: random.pick(effects),
    basis: 'POLICY',
    automated: true,
    appliesTo,
    limits: [...limits],
    audiences: random.chance(0.6) ? [] : random.some(draft.audiences, 2),
    purposes: [],
    startedOn: '2025-06-02',
  });
  if (isClaimed)
    draft.claims.push({
      id: `claim-${number}`,
      name: `Claim ${number}`,
      restriction: id,
      exception: 'EX-HARM',
      status: 'APPROVED',
      claimedAt: '2025-06-01T08:00:00.000Z',
      answers: [
        {
          condition: '171.201(a)',
          answer: 'MET',
          answeredAt: '2025-06-01T08:00:00.000Z',
          answeredBy: 'generator',
          evidence: [evidence],
        },
      ],
    });
  return id;
};
