import type { ClassSign, FlowFact, SystemFact } from '../facts/facts.ts';
import { longestKept, normaliseName, readActive, splitValues, tidyText } from './cells.ts';
import { systemNamed, type Draft, type ListFacts } from './list-facts.ts';
import { describedBy, type RowCells } from './row-cells.ts';

/** Reads a row of a list of interfaces or data flows: one flow, or one for each of several ends in a cell. Mutates `facts`. */
export const readFlowRow = (facts: ListFacts, row: RowCells): void => {
  const from = endsIn(facts, row, 'flow.from', 'sends');
  if (from === undefined) return;
  const to = endsIn(facts, row, 'flow.to', 'receives');
  if (to === undefined) return;
  const said = whatIsSaid(facts, row);
  if (said === undefined) return;
  const bothWays = isBothWays(row.text('flow.direction'));
  let added = 0;
  let before: string | undefined;
  for (const source of from)
    for (const target of to) {
      const ends = bothWays ? [[source, target] as const, [target, source] as const] : [[source, target] as const];
      for (const [sender, receiver] of ends) {
        const first = addFlow(facts, row, said, sender, receiver);
        if (first === undefined) added += 1;
        else before ??= first;
      }
    }
  if (added === 0 && before !== undefined)
    facts.warnings.add(
      row.place,
      `"${(said.ownName ?? '').slice(0, 80)}" between the same systems was in ${before} already; this row is not read`,
      'Give each interface a name of its own, or make one row of the two.',
    );
};

const mostEnds = 20;

const endsIn = (
  facts: ListFacts,
  row: RowCells,
  target: 'flow.from' | 'flow.to',
  does: string,
): readonly Draft<SystemFact>[] | undefined => {
  const names = splitValues(row.raw(target), false);
  const title = row.title(target);
  if (names.length === 0) {
    facts.warnings.leaveOut(
      row.place,
      `the row does not say which system ${does}`,
      `Fill in "${title}", also where the cell above means this row too, or delete the row.`,
    );
    return undefined;
  }
  if (row.raw(target).trim().length > longestKept * 4 || names.some((name) => name.length >= longestKept)) {
    facts.warnings.leaveOut(
      row.place,
      `"${title}" is longer than a name of a system can be (${longestKept} characters)`,
      'Shorten it, and put the rest into a description.',
    );
    return undefined;
  }
  return names.slice(0, mostEnds).map((name) => systemNamed(facts, name, { scope: row.scope, pointer: row.place }));
};

interface Said {
  /** What the list calls the flow, absent when it has no name. */
  readonly ownName: string | undefined;
  readonly engineRef: string | undefined;
  readonly protocol: string | undefined;
  readonly trigger: string | undefined;
  readonly schedule: string | undefined;
  readonly description: string | undefined;
  readonly isActive: boolean | undefined;
  readonly carries: readonly ClassSign[];
}

const whatIsSaid = (facts: ListFacts, row: RowCells): Said | undefined => {
  const { place } = row;
  if (row.raw('flow.name').trim().length > longestKept) {
    facts.warnings.leaveOut(
      place,
      `the name in "${row.title('flow.name')}" has more than ${longestKept} characters`,
      'Shorten it, and put the rest into a description.',
    );
    return undefined;
  }
  const engineRef = row.text('flow.engineRef');
  const protocols = row.values('flow.protocol');
  const state = row.raw('flow.active');
  const active = readActive(state);
  if (active === 'UNKNOWN')
    facts.warnings.add(
      place,
      `"${(tidyText(state) ?? '').slice(0, 40)}" in "${row.title('flow.active')}" does not say whether the interface is in use; the row is read without it`,
      'Write Yes or No, or Active or Inactive.',
    );
  const direction = row.text('flow.direction');
  return {
    ownName: row.text('flow.name') ?? engineRef,
    engineRef,
    protocol: protocols.length === 0 ? undefined : protocols.join(', ').slice(0, longestKept),
    trigger: row.text('flow.trigger'),
    schedule: row.text('flow.schedule'),
    description: describedBy([
      ...row.texts('flow.description'),
      ...(direction === undefined || isBothWays(direction) ? [] : [{ title: 'Direction', text: direction }]),
    ]),
    isActive: active === 'UNKNOWN' ? undefined : active,
    carries: row.values('flow.classes').flatMap((label) => facts.signs(label, place)),
  };
};

const isBothWays = (direction: string | undefined): boolean =>
  direction !== undefined &&
  /^(?:bi ?-?directional|both(?: ways| directions)?|two[ -]?way|2[ -]?way|in(?:bound)? ?(?:and|&|\/) ?out(?:bound)?|<-+>|↔|⇄)$/i.test(
    direction.trim(),
  );

/** Returns where a flow of the same name between the same systems was before, `undefined` when this one was read. */
const addFlow = (facts: ListFacts, row: RowCells, said: Said, from: SystemFact, to: SystemFact): string | undefined => {
  const { ownName, engineRef, protocol, trigger, schedule, description, isActive, carries } = said;
  const last = ownName ?? protocol;
  const key = `flow:${normaliseName(from.name)}>${normaliseName(to.name)}>${last === undefined ? '' : normaliseName(last)}`;
  const known = facts.flows.get(key);
  if (known !== undefined) {
    // Without a name, rows between the same systems tell of one flow: each says what else it carries.
    if (ownName !== undefined) return facts.flowAt.get(key) ?? known.pointer;
    facts.joined += 1;
    known.carries = withoutDoubles([...known.carries, ...carries]).slice(0, mostSigns);
    if (isActive === true) known.isActive = true;
    addFilter(facts, row, known);
    return undefined;
  }
  const flow: Draft<FlowFact> = {
    key,
    scope: row.scope,
    name: ownName ?? `${from.name} to ${to.name}`.slice(0, longestKept),
    pointer: row.place,
    from: from.key,
    to: to.key,
    ...(protocol === undefined ? {} : { protocol }),
    ...(trigger === undefined ? {} : { trigger }),
    ...(schedule === undefined ? {} : { schedule }),
    ...(engineRef === undefined ? {} : { engineRef }),
    ...(description === undefined ? {} : { description }),
    ...(isActive === undefined ? {} : { isActive }),
    carries: withoutDoubles(carries),
    isComplete: false,
    certainty: 'CERTAIN',
  };
  facts.flows.set(key, flow);
  facts.flowAt.set(key, row.place);
  addFilter(facts, row, flow);
  return undefined;
};

const mostSigns = 200;

const withoutDoubles = (signs: readonly ClassSign[]): readonly ClassSign[] => {
  const seen = new Set<string>();
  return signs.filter(({ classes, name = '' }) => {
    const key = `${classes.join()} ${normaliseName(name)}`;
    return !seen.has(key) && seen.add(key);
  });
};

/** Words of a list about a filter: somebody wrote them, and what they mean is for a person to say. */
const addFilter = (facts: ListFacts, row: RowCells, flow: FlowFact): void => {
  const said = row.texts('flow.filter').filter(({ text }) => !/^(?:no|false|0|no filters?|not filtered)$/i.test(text));
  const [only] = said;
  if (only === undefined) return;
  const onlyYes = said.length === 1 && /^(?:yes|y|x|true|1|filtered)$/i.test(only.text);
  const expression = onlyYes
    ? 'the list says that there is one, and not which'
    : said
        .map(({ text }) => text)
        .join('; ')
        .slice(0, longestKept);
  const key = `filter:${flow.key}>${onlyYes ? '' : normaliseName(expression)}`;
  if (facts.filters.has(key)) return;
  facts.filters.set(key, {
    key,
    scope: row.scope,
    name: `Filter on ${flow.name}`.slice(0, longestKept),
    pointer: row.place,
    at: { kind: 'FLOW', key: flow.key },
    nature: 'RULE',
    effect: holdsBack.test(expression) ? 'WITHHOLDS' : 'FILTERS',
    classes: onlyYes ? [] : facts.knownSigns(expression, row.place),
    expression,
    certainty: onlyYes ? 'POSSIBLE' : 'LIKELY',
  });
};

const holdsBack =
  /\b(?:exclud\w*|except|suppress\w*|withh\w+|without|drop\w*|remov\w*|strip\w*|mask\w*|not sent|never sent|hold back|held back|hid(?:e|den)|do not send|no longer sent)\b/i;
