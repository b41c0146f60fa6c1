import { stopsRelease, type Restriction } from '../../server/src/domain/model/concepts.ts';
import type { EhiGraph } from '../../server/src/domain/model/ehi-graph.ts';
import { isLiveOn } from '../../server/src/domain/model/entity.ts';

/** The day and the audience of the question that every contestant answers. */
export const question = { asOf: '2026-11-21', audience: 'PATIENT' } as const;

/**
 * A contestant: something that is made of an inventory once, and then tells by which channels a class is released to a patient at all. It is
 * the smallest question with a trace in it, which every kind of tool can answer.
 */
export interface Contestant {
  readonly name: string;
  /** What it stands for. */
  readonly what: string;
  readonly released: (dataClass: string) => Answer;
  /** For one that may take long: a question is given up by it after `queryMs`, and it is asked no more after about `budgetMs`. */
  readonly patience?: { readonly queryMs: number; readonly budgetMs: number };
  readonly close?: () => void | Promise<void>;
}

/** Channels in the order of their ids: at once, so that nothing is timed but the work, or later. Rejects with `Unanswered` when there is none. */
export type Answer = readonly string[] | Promise<readonly string[]>;

/** Why a question was not answered, in words for the report. */
export class Unanswered extends Error {}

/** Whether a restriction stops the class for the audience. Classes of a generated inventory have nothing above them. */
const stopping = (graph: EhiGraph, dataClass: string): readonly Restriction[] =>
  [...graph.Restriction.values()].filter(
    (each) =>
      isLiveOn(each, question.asOf) &&
      stopsRelease(each.effect) &&
      (each.limits.length === 0 || each.limits.includes(dataClass)) &&
      (each.audiences.length === 0 || each.audiences.includes(question.audience)),
  );

/** What a class may and may not pass, as plain tables: what every contestant is filled with. */
export interface Tables {
  readonly origins: readonly (readonly [dataClass: string, system: string])[];
  readonly carries: readonly (readonly [dataClass: string, from: string, to: string, flow: string])[];
  readonly releases: readonly (readonly [dataClass: string, system: string, channel: string])[];
  /** Systems, flows and channels that stop a class. */
  readonly stops: readonly (readonly [dataClass: string, place: string])[];
}

/** Returns the tables of an inventory, for classes that have an origin. Starts that are no origins are left out: those classes are not asked about. */
export const tablesOf = (graph: EhiGraph, classes: readonly string[]): Tables => {
  const asked = new Set(classes);
  const systems = [...graph.System.values()];
  return {
    origins: systems.flatMap(({ id, holds }) =>
      holds.flatMap(({ dataClass, role }): readonly (readonly [string, string])[] =>
        role === 'ORIGIN' && asked.has(dataClass) ? [[dataClass, id]] : [],
      ),
    ),
    carries: [...graph.Flow.values()].flatMap(({ id, from, to, carries }) =>
      carries.flatMap(({ dataClass }): readonly (readonly [string, string, string, string])[] =>
        asked.has(dataClass) ? [[dataClass, from, to, id]] : [],
      ),
    ),
    releases: [...graph.AccessChannel.values()]
      .filter(({ audiences }) => audiences.includes(question.audience))
      .flatMap(({ id, system, releases }) =>
        releases.flatMap(({ dataClass }): readonly (readonly [string, string, string])[] =>
          asked.has(dataClass) ? [[dataClass, system, id]] : [],
        ),
      ),
    stops: classes.flatMap((dataClass) =>
      stopping(graph, dataClass).map(({ appliesTo }): readonly [string, string] => [dataClass, appliesTo.id]),
    ),
  };
};
