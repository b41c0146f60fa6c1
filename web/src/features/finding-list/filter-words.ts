import type { Facets } from './finding-data.ts';
import { nobody, type FindingsParams } from './use-findings-params.ts';
import { levelWords, stateWords } from './words.ts';

/** What the findings are narrowed to, in words, for a saved file. Things are called by name where the filters name them. Pure. */
export const filterWords = (
  params: FindingsParams,
  facets: Pick<Facets, 'rules' | 'systems' | 'channels'> | undefined,
): readonly string[] => {
  const { level, state, rule, text, entity, system, channel, owner, due, before, since } = params;
  const named = (things: Facets['systems'] | undefined, id: string): string =>
    things?.find(({ thing }) => thing.id === id)?.thing.name ?? 'one';
  const titleOf = (id: string): string => facets?.rules.find((each) => each.rule.id === id)?.rule.title ?? id;
  return [
    level.length === 0 ? '' : `level ${level.map((each) => levelWords[each]).join(' or ')}`,
    state.length === 0 ? '' : `state ${state.map((each) => stateWords[each]).join(' or ')}`,
    rule.length === 0 ? '' : `rule ${rule.map(titleOf).join(' or ')}`,
    text === undefined ? '' : `with "${text}"`,
    entity === undefined ? '' : 'about one thing',
    system === undefined ? '' : `system ${named(facets?.systems, system)}`,
    channel === undefined ? '' : `channel ${named(facets?.channels, channel)}`,
    owner === undefined ? '' : owner === nobody ? "nobody's" : `owner ${owner}`,
    due === undefined ? '' : dueFilterWords[due](before),
    since === undefined ? '' : `what changed since ${since}`,
  ].filter((words) => words !== '');
};

const within = (days: number) => (): string => `due within ${days} days`;

const dueFilterWords: Readonly<Record<NonNullable<FindingsParams['due']>, (before: string | undefined) => string>> = {
  overdue: () => 'overdue',
  '7': within(7),
  '30': within(30),
  '90': within(90),
  none: () => 'without a due day',
  before: (day) => `due before ${day ?? 'a day'}`,
};
