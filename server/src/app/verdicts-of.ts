import type { Catalogues } from '../domain/catalogue/index.ts';
import type { EhiGraph } from '../domain/model/ehi-graph.ts';
import { compareIds, isCalendarDate, isLiveOn, type CalendarDate, type Id } from '../domain/model/entity.ts';
import { err, ok, type Result } from '../domain/result.ts';
import { federalCalendar, judgeRestriction, type BusinessCalendar, type Verdict } from '../domain/verdict/index.ts';
import { inputInvalid, type InputInvalid } from './input-invalid.ts';
import type { RulePacks } from './load-rule-packs.ts';
import type { EntityNotFound } from './write-entity.ts';

/** What verdicts are read from. `calendar`: which days are business days; the federal one when absent. */
export interface VerdictsDeps {
  readonly graph: EhiGraph;
  readonly catalogues: Catalogues;
  readonly packs: RulePacks;
  readonly calendar?: BusinessCalendar;
}

/** `restriction` absent: every one that is live. `rulePack` absent: the newest in force. */
export interface VerdictQuestion {
  readonly asOf: CalendarDate;
  readonly rulePack?: string;
  readonly restriction?: Id;
}

/** The verdicts asked for, by restriction id. Errors: no such restriction, no such rule pack, no such day. */
export const verdictsOf = (
  { graph, catalogues, packs, calendar = federalCalendar() }: VerdictsDeps,
  { asOf, rulePack, restriction }: VerdictQuestion,
): Result<readonly Verdict[], InputInvalid | EntityNotFound> => {
  if (!isCalendarDate(asOf)) return err(inputInvalid('asOf', `"${asOf}" is not a day. Write it like 2026-11-21.`));
  const pack = rulePack === undefined ? packs.standard : packs.packs.find(({ id }) => id === rulePack);
  if (pack === undefined) {
    const known = packs.packs.map(({ id }) => id).join(', ');
    return err(inputInvalid('rulePack', `There is no rule pack "${rulePack ?? ''}". There are: ${known}.`));
  }
  if (restriction !== undefined && !graph.Restriction.has(restriction)) {
    return err({ type: 'EntityNotFound', concept: 'Restriction', id: restriction });
  }
  const claims = [...graph.BasisClaim.values()].toSorted((a, b) => compareIds(a.id, b.id));
  const asked = [...graph.Restriction.values()].filter((each) =>
    restriction === undefined ? isLiveOn(each, asOf) : each.id === restriction,
  );
  return ok(
    asked
      .toSorted((a, b) => compareIds(a.id, b.id))
      .map((each) =>
        judgeRestriction(each, {
          graph,
          catalogues,
          pack,
          calendar,
          asOf,
          claims: claims.filter((claim) => claim.restriction === each.id),
        }),
      ),
  );
};
