import { statement } from '../../domain/statement.ts';
import { createCurrentGraph } from '../../app/current-graph.ts';
import { inputInvalid } from '../../app/input-invalid.ts';
import { integrationKindsOf } from '../../app/integration-kinds.ts';
import { createFindingChanges, describeFindingChanges, type FindingChanges } from '../../app/finding-changes.ts';
import { findingsOf } from '../../app/findings-of.ts';
import { findingLevels, findingRules, type ReviewedFinding } from '../../domain/findings/index.ts';
import { isCalendarDate } from '../../domain/model/entity.ts';
import { err, ok } from '../../domain/result.ts';
import { withWorkspace, type CommandContext, type StoreOptions } from '../command-context.ts';
import { exitCode, type ExitCode } from '../exit-codes.ts';

/** Options of `findings`, as they were given. */
export interface FindingsOptions extends StoreOptions {
  readonly failOn?: string;
  readonly asOf?: string;
  readonly rule?: string;
  readonly since?: string;
}

/** `findings`: what wants attention, highest level first, or with `--since` what of it changed since a day; exit code 1 when there is one of the level of `--fail-on`, or above, that nobody accepted or called a false positive. */
export const findings = (context: CommandContext, options: FindingsOptions): Promise<ExitCode> =>
  withWorkspace(context, options, async ({ store, catalogues, clock }) => {
    const asOf = options.asOf ?? clock.now().slice(0, 10);
    if (!isCalendarDate(asOf)) return err(inputInvalid('asOf', `"${asOf}" is not a day. Write it like 2026-11-21.`));
    const worst = options.failOn?.toUpperCase();
    const limit = findingLevels.findIndex((level) => level === worst);
    if (worst !== undefined && limit < 0) {
      return err(inputInvalid('failOn', `"${options.failOn ?? ''}" is no level. There are: high, medium, low.`));
    }
    const { rule } = options;
    if (rule !== undefined && !findingRules.some(({ id }) => id === rule)) {
      const known = findingRules.map(({ id }) => id).join(', ');
      return err(inputInvalid('rule', `There is no rule "${rule}". There are: ${known}.`));
    }
    const current = await createCurrentGraph({ store, integrationKinds: integrationKindsOf(catalogues) }).get();
    if (!current.ok) return current;
    const found = findingsOf(current.value.index, catalogues, asOf).filter(
      (each) => rule === undefined || each.rule === rule,
    );
    // What people accepted or called a false positive, with a reason, fails nothing.
    const failed = found.some(
      ({ level, state }) => findingLevels.indexOf(level) <= limit && state !== 'ACCEPTED' && state !== 'FALSE_POSITIVE',
    );
    const code = failed ? { code: exitCode.checkFailed } : {};
    if (options.since === undefined)
      return ok({ value: { ok: true, statement, asOf, findings: found }, text: describe(found, asOf), ...code });
    const { index } = current.value;
    const changed = await createFindingChanges({ store, catalogues })({ index, since: options.since, asOf });
    if (!changed.ok) return changed;
    const { earlier: _earlier, ...changes } = ofRule(changed.value, rule);
    return ok({ value: { ok: true, statement, ...changes }, text: describeChanges(changed.value, rule), ...code });
  });

/** The changes that concern a rule, all of them where none is named. */
const ofRule = (changes: FindingChanges, rule: string | undefined): FindingChanges =>
  rule === undefined
    ? changes
    : {
        ...changes,
        appeared: changes.appeared.filter((each) => each.rule === rule),
        gone: changes.gone.filter((each) => each.rule === rule),
        reviewed: changes.reviewed.filter(({ review }) => review.rule === rule),
      };

const describeChanges = (all: FindingChanges, rule: string | undefined): string => {
  const changes = ofRule(all, rule);
  return [
    describeFindingChanges(changes),
    ...changes.appeared.map((finding) => `appeared ${line(finding)}`),
    ...changes.gone.map((finding) => `gone ${line(finding)}`),
    ...changes.reviewed.map(
      ({ before, review }) =>
        `reviewed ${review.rule}: ${review.explanation ?? review.name} [${stateWords(before.state)} before, ${stateWords(review.state)} now]${owned(review.owner)}${due(review.dueOn)}`,
    ),
    statement,
  ].join('\n');
};

const describe = (found: readonly ReviewedFinding[], asOf: string): string =>
  [
    `${found.length} findings as of ${asOf}: ${findingLevels
      .map((level) => `${found.filter((each) => each.level === level).length} ${level.toLowerCase()}`)
      .join(', ')}.`,
    ...found.map(line),
    statement,
  ].join('\n');

const line = ({ level, rule, explanation, state, review }: ReviewedFinding): string =>
  `${level.toLowerCase()} ${rule}: ${explanation}${state === 'OPEN' ? '' : ` [${stateWords(state)}]`}${owned(review?.owner)}${due(review?.dueOn)}`;

const stateWords = (state: ReviewedFinding['state']): string => state.toLowerCase().replace('_', ' ');
const owned = (owner: string | undefined): string => (owner === undefined ? '' : ` [owner: ${owner}]`);
const due = (dueOn: string | undefined): string => (dueOn === undefined ? '' : ` [due: ${dueOn}]`);
