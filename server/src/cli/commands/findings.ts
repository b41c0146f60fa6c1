import { statement } from '../../domain/statement.ts';
import { createCurrentGraph } from '../../app/current-graph.ts';
import { inputInvalid } from '../../app/input-invalid.ts';
import { integrationKindsOf } from '../../app/integration-kinds.ts';
import { findingsOf, type ReviewedFinding } from '../../app/findings-of.ts';
import { findingLevels, findingRules } from '../../domain/findings/index.ts';
import { isCalendarDate } from '../../domain/model/entity.ts';
import { err, ok } from '../../domain/result.ts';
import { withWorkspace, type CommandContext, type StoreOptions } from '../command-context.ts';
import { exitCode, type ExitCode } from '../exit-codes.ts';

/** Options of `findings`, as they were given. */
export interface FindingsOptions extends StoreOptions {
  readonly failOn?: string;
  readonly asOf?: string;
  readonly rule?: string;
}

/** `findings`: what wants attention, highest level first; exit code 1 when there is one of the level of `--fail-on`, or above, that nobody accepted or called a false positive. */
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
    return ok({
      value: { ok: true, statement, asOf, findings: found },
      text: describe(found, asOf),
      ...(failed ? { code: exitCode.checkFailed } : {}),
    });
  });

const describe = (found: readonly ReviewedFinding[], asOf: string): string =>
  [
    `${found.length} findings as of ${asOf}: ${findingLevels
      .map((level) => `${found.filter((each) => each.level === level).length} ${level.toLowerCase()}`)
      .join(', ')}.`,
    ...found.map(
      ({ level, rule, explanation, state, review }) =>
        `${level.toLowerCase()} ${rule}: ${explanation}${state === 'OPEN' ? '' : ` [${state.toLowerCase().replace('_', ' ')}]`}${review?.owner === undefined ? '' : ` [owner: ${review.owner}]`}`,
    ),
    statement,
  ].join('\n');
