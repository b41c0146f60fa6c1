import { print } from 'graphql';
import { FindingsDocument, TraceDocument } from '../../web/src/gql/graphql.ts';
import { question } from './released.ts';

/** Every channel and audience with its outcome, and the sentence: what a program asks for. */
const outcomes =
  'query($dataClass: ID!, $asOf: Date) { trace(dataClass: $dataClass, asOf: $asOf) { sentence outcomes { channel { id } audience { id } outcome } } }';
const whole = print(TraceDocument);
const findings = print(FindingsDocument);
const { asOf } = question;

/** Bodies of requests to the API. */
export const bodies = {
  /** The outcomes of one class, for all channels and audiences. */
  outcomes: (dataClass: string): string => JSON.stringify({ query: outcomes, variables: { dataClass, asOf } }),
  /** What the trace screen asks for one class. */
  whole: (dataClass: string): string => JSON.stringify({ query: whole, variables: { dataClass, asOf } }),
  /** What the screen of findings asks for first: a page, and how many there are. */
  findings: (): string =>
    JSON.stringify({ query: findings, variables: { asOf, filter: null, first: 50, after: null } }),
};
