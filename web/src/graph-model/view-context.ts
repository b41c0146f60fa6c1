import type { AnswerInput, ChannelInput, Outcome, RestrictionInput } from './answer-input.ts';
import { createStopCauses } from './stop-causes.ts';
import { outcomeTone, restrictionTone, stops, tones, worstTone, type Tone } from './tone.ts';
import { listed } from './words.ts';

/** What every builder looks up: names and restrictions by id. */
export interface ViewContext {
  readonly nameById: ReadonlyMap<string, string>;
  readonly restrictionById: ReadonlyMap<string, RestrictionInput>;
  readonly audienceCount: number;
  /** The restrictions by id, the worst first; ids the answer does not explain are left out. */
  readonly restrictionsOf: (ids: readonly string[]) => readonly RestrictionInput[];
  /** The ids of the restrictions that sit on a system. */
  readonly restrictionsOfSystem: (id: string) => readonly string[];
  /** `every audience`, or their names. */
  readonly audienceWords: (ids: readonly string[]) => string;
  /** The tone of one outcome of a channel: a stop is as loud as the worst restriction that causes it, wherever that sits. */
  readonly toneOfOutcome: (entry: ChannelInput, audience: string, outcome: Outcome) => Tone;
}

/** The look-ups of one answer. Pure and total. */
export const createContext = (answer: AnswerInput): ViewContext => {
  const restrictionById = new Map(answer.restrictions.map((entry) => [entry.restriction.id, entry]));
  const nameById = new Map<string, string>();
  for (const { system } of answer.systems) nameById.set(`system:${system.id}`, system.name);
  for (const { channel } of answer.channels) nameById.set(`channel:${channel.id}`, channel.name);
  for (const audience of answer.audiences) nameById.set(`audience:${audience.id}`, audience.name);
  const systemById = new Map(answer.systems.map((entry) => [entry.system.id, entry]));
  const stopCause = createStopCauses(answer);
  const restrictionsOf = (ids: readonly string[]): readonly RestrictionInput[] =>
    ids
      .flatMap((id) => restrictionById.get(id) ?? [])
      .toSorted((a, b) => tones.indexOf(restrictionTone(a)) - tones.indexOf(restrictionTone(b)));
  return {
    nameById,
    restrictionById,
    audienceCount: answer.audiences.length,
    restrictionsOf,
    restrictionsOfSystem: (id) => systemById.get(id)?.restrictions ?? [],
    toneOfOutcome: (entry, audience, outcome) => {
      if (outcome !== 'WITHHELD') return outcomeTone(outcome);
      const own = restrictionsOf(entry.restrictions).filter((one) => stops(one) && one.audiences.includes(audience));
      return worstTone(['withheld', ...own.map(restrictionTone), ...stopCause(audience, entry.channel.system.id)]);
    },
    audienceWords: (ids) =>
      ids.length >= answer.audiences.length && ids.length > 1
        ? 'every audience'
        : listed(ids.map((id) => nameById.get(`audience:${id}`) ?? id)),
  };
};
