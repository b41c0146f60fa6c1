import { isCalendarDate, type CalendarDate, type Id } from '../model/entity.ts';
import type { RestrictionJudged } from '../verdict/index.ts';
import type { TraceIndex } from './trace-index.ts';

/** What is asked of a trace. Absent `audience`: every audience that some channel is for; absent `purpose`: every purpose. */
export interface TraceQuestion {
  readonly dataClass: Id;
  readonly audience?: Id;
  readonly channel?: Id;
  readonly purpose?: string;
  readonly asOf: CalendarDate;
  /** What restrictions come to; absent: nothing is judged, and only whether a claim is recorded is told. */
  readonly judge?: RestrictionJudge;
}

/** What a restriction comes to for a class, given with what it is part of, and for some audiences. */
export type RestrictionJudge = (restriction: Id, lineage: readonly Id[], audiences: readonly Id[]) => RestrictionJudged;

/** The question names something the inventory does not have, or is malformed. */
export type TraceError =
  | { readonly type: 'DataClassNotFound'; readonly id: Id }
  | { readonly type: 'AudienceNotFound'; readonly id: Id }
  | { readonly type: 'ChannelNotFound'; readonly id: Id }
  | { readonly type: 'DateInvalid'; readonly value: string }
  | { readonly type: 'CursorInvalid'; readonly value: string };

/** Who a question speaks of: the audience asked about, or every one that some channel is for. Sorted by id. */
export const audiencesOf = (index: TraceIndex, question: TraceQuestion): readonly Id[] =>
  question.audience === undefined ? index.audiences : [question.audience];

/** What is wrong with a question; `undefined` when nothing is. */
export const checkQuestion = (index: TraceIndex, question: TraceQuestion): TraceError | undefined => {
  const { dataClass, audience, channel, asOf } = question;
  if (!index.graph.DataClass.has(dataClass)) return { type: 'DataClassNotFound', id: dataClass };
  if (audience !== undefined && !index.graph.Audience.has(audience) && !index.audiences.includes(audience)) {
    return { type: 'AudienceNotFound', id: audience };
  }
  if (channel !== undefined && !index.graph.AccessChannel.has(channel)) return { type: 'ChannelNotFound', id: channel };
  return isCalendarDate(asOf) ? undefined : { type: 'DateInvalid', value: asOf };
};
