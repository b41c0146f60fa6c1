/**
 * Stable, readable identity: a slug, ULID or catalogue code, unique within its concept.
 * 1 to 128 characters of `A-Z a-z 0-9 . _ : -`, beginning with a letter or digit.
 */
export type Id = string;

/** Orders ids, and other texts, by code unit: the same on every machine and in every locale. */
export const compareIds = (a: Id, b: Id): number => (a < b ? -1 : a > b ? 1 : 0);

/** A calendar date, `YYYY-MM-DD`. Compares as text. */
export type CalendarDate = string;

/** Whether the text is a day that exists, `YYYY-MM-DD`: `2024-02-29` is one, `2023-02-29` is not. */
export const isCalendarDate = (text: string): text is CalendarDate => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00.000Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === text;
};

/** An instant, ISO 8601 in UTC, e.g. `2026-11-21T09:30:00.000Z`. */
export type Instant = string;

/** The number of the change that last wrote something: 1, 2, 3 …; 0 is the empty inventory. */
export type Revision = number;

/** How well a fact is known, weakest first. A CapabilityStatement only advertises. */
export const grades = ['ASSERTED', 'DOCUMENTED', 'ADVERTISED', 'OBSERVED', 'TESTED'] as const;
export type Grade = (typeof grades)[number];

/**
 * Where a fact comes from. `source` is a person, an import run (`import:<run id>`) or a person in a workshop (`workshop:<workshop id>/<person>`);
 * `recordedAt` is the server's clock.
 */
export interface Provenance {
  readonly source: string;
  readonly grade: Grade;
  readonly recordedAt: Instant;
}

/** When a fact holds: from `startedOn` up to, not including, `endedOn`. An absent end means without end. */
export interface Lifespan {
  readonly startedOn?: CalendarDate;
  readonly endedOn?: CalendarDate;
  readonly endReason?: string;
}

/** What every concept of the inventory has. Nothing is deleted: things end, with a reason. */
export interface Entity extends Provenance, Lifespan {
  readonly id: Id;
  readonly name: string;
  readonly description?: string;
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
  readonly revision: Revision;
}

/** Whether a fact holds on `date`. */
export const isLiveOn = (life: Lifespan, date: CalendarDate): boolean =>
  (life.startedOn === undefined || life.startedOn <= date) && (life.endedOn === undefined || date < life.endedOn);

/** Whether something was taken back: it ends on the day it begins, so that it holds on no day. */
export const neverWas = ({ startedOn, endedOn }: Lifespan): boolean => startedOn !== undefined && startedOn === endedOn;
