import { GraphQLError } from 'graphql';
import type { ImportArtefactError } from '../app/import-artefact.ts';
import type { FilesUnavailable } from '../app/evidence-files.ts';
import type { FindingNotFound } from '../app/review-finding.ts';
import type { RevisionAhead } from '../app/shared-revision.ts';
import type { RevisionNotFound } from '../app/change-set.ts';
import type { ParticipantUnknown, RoomLimit } from '../app/rooms/participant.ts';
import type { ScenarioDoesNotFit } from '../app/scenario-graph.ts';
import type { RunNotFound } from '../app/undo-import.ts';
import type { ViewIsReadOnly, ViewNotThere } from '../app/views.ts';
import type { WriteError } from '../app/write-entity.ts';
import { conceptWords } from '../domain/inventory/check-entries.ts';
import { notThereWords, type MapError } from '../domain/map/index.ts';
import type { ConceptName } from '../domain/model/concepts.ts';
import type { Result } from '../domain/result.ts';
import type { TraceError } from '../domain/trace/index.ts';
import type { OutageProblem } from '../domain/what-if/index.ts';
import type { UserError } from './gen/resolver-types.ts';

/** Arguments of the API that no use case ever sees: a page size, a cursor. */
export interface ArgumentInvalid {
  readonly type: 'ArgumentInvalid';
  readonly field: string;
  readonly message: string;
}

/** Every expected failure that can reach the API. */
export type ApiError =
  | FilesUnavailable
  | FindingNotFound
  | RunNotFound
  | RevisionNotFound
  | WriteError
  | TraceError
  | MapError
  | OutageProblem
  | ImportArtefactError
  | ArgumentInvalid
  | RoomLimit
  | ParticipantUnknown
  | RevisionAhead
  | ScenarioDoesNotFit
  | ViewIsReadOnly
  | ViewNotThere;

type OfType<T extends ApiError['type']> = Extract<ApiError, { readonly type: T }>;

interface ErrorSpec<E> {
  /** Permanent: deprecate, never rename. */
  readonly code: string;
  readonly retryable: boolean;
  readonly message: (error: E) => string;
  readonly field?: (error: E) => string | undefined;
}

const notFound = (what: string): ErrorSpec<{ readonly id: string }> => ({
  code: 'NOT_FOUND',
  retryable: false,
  message: ({ id }) => `There is no ${what} "${id}". Search for it by name; ids are exact.`,
});

const wordOf = (concept: string): string => conceptWords[concept as ConceptName];

/** One row for each expected failure: a new one without a row does not compile. */
const specByType = {
  InputInvalid: {
    code: 'BAD_USER_INPUT',
    retryable: false,
    message: ({ message }) => message,
    field: ({ field }) => field,
  },
  ArgumentInvalid: {
    code: 'BAD_USER_INPUT',
    retryable: false,
    message: ({ message }) => message,
    field: ({ field }) => field,
  },
  EntityNotFound: {
    code: 'NOT_FOUND',
    retryable: false,
    message: ({ concept, id }) => `There is no ${wordOf(concept)} "${id}". Search for it by name; ids are exact.`,
  },
  NotThereThatDay: {
    code: 'NOT_FOUND',
    retryable: false,
    message: (error) =>
      `The ${wordOf(error.concept)} "${error.id}" is ${notThereWords(error)}. Ask about another day, or leave it out.`,
  },
  ArtefactRefused: {
    code: 'BAD_USER_INPUT',
    retryable: false,
    message: ({ message, mend, line, column }) =>
      `${line === undefined ? '' : `Line ${line}, column ${column ?? 1}: `}${message}. To mend it: ${mend}.`,
    field: () => 'contentBase64',
  },
  AmbiguousSystem: {
    code: 'BAD_USER_INPUT',
    retryable: false,
    message: ({ message, mend }) => `${message}. To mend it: ${mend}.`,
    field: () => 'system',
  },
  OptionUnknown: {
    code: 'BAD_USER_INPUT',
    retryable: false,
    message: ({ message, mend }) => `${message}. To mend it: ${mend}.`,
    field: ({ option }) => option,
  },
  FilesUnavailable: { code: 'FILES_UNAVAILABLE', retryable: true, message: ({ message }) => message },
  RunNotFound: notFound('import run'),
  RevisionNotFound: {
    code: 'NOT_FOUND',
    retryable: false,
    message: ({ revision }) => `The log has no entry of revision ${revision}. Look for the right one in the log.`,
    field: () => 'revisions',
  },
  FindingNotFound: {
    code: 'NOT_FOUND',
    retryable: false,
    message: ({ id }) =>
      `There is no finding "${id}" as of today. Its facts may have changed; list the findings again.`,
    field: () => 'finding',
  },
  DataClassNotFound: notFound('data class'),
  AudienceNotFound: notFound('audience'),
  ChannelNotFound: notFound('access channel'),
  DateInvalid: {
    code: 'BAD_USER_INPUT',
    retryable: false,
    message: ({ value }) => `"${value}" is not a calendar date; write YYYY-MM-DD.`,
    field: () => 'asOf',
  },
  CursorInvalid: {
    code: 'BAD_USER_INPUT',
    retryable: false,
    message: ({ value }) => `"${value}" is not a place in this list; ask for its first page again.`,
    field: () => 'after',
  },
  Conflict: {
    code: 'CONFLICT',
    retryable: false,
    message: ({ concept, id, expected, actual }) =>
      // The id of a review follows from its finding: nobody chose it.
      expected === 0 && concept !== 'FindingReview'
        ? `The id "${id}" is taken by another ${wordOf(concept)}. Choose another id, or change that one.`
        : `Somebody else changed the ${wordOf(concept)} "${id}" since revision ${expected}; it is at ${actual} now. Nothing was written. Reload it and make the change again.`,
  },
  DanglingReference: {
    code: 'DANGLING_REFERENCE',
    retryable: false,
    message: ({ field, target }) =>
      `The field ${field} names "${target}", which is not in the inventory. Add it first, or name one that is there.`,
    field: ({ field }) => field,
  },
  CycleInPartOf: {
    code: 'BAD_USER_INPUT',
    retryable: false,
    message: ({ id, ring }) =>
      `"${id}" would be a part of itself: ${[...ring, id].join(' → ')}. Take partOf away from the one that is at the top.`,
    field: () => 'partOf',
  },
  ViewIsReadOnly: {
    code: 'VIEW_IS_READ_ONLY',
    retryable: false,
    message: () =>
      'This is a view of the inventory: as it stood at a revision, as a what-if would have it, or with its names hidden. Nothing was written. Leave the view, then make the change.',
  },
  ScenarioDoesNotFit: {
    code: 'SCENARIO_DOES_NOT_FIT',
    retryable: false,
    message: ({ name, problem, count }) =>
      problem === undefined
        ? `The scenario cannot be seen on this inventory: ${count} of its changes cannot be made, and names are hidden. Show names to see which, or leave the scenario.`
        : `The scenario "${name ?? ''}" cannot be seen on this inventory: ${specOf(problem).message(problem)}${count > 1 ? ` ${count - 1} more of its changes cannot be made.` : ''} Open the scenario and mend it, or leave it.`,
  },
  ViewNotThere: {
    code: 'VIEW_NOT_THERE',
    retryable: false,
    message: ({ asked, newest }) =>
      `There is no revision ${asked} of this inventory: its newest is ${newest}. Take one from its history, or leave the view to see it as it is now.`,
  },
  RoomLimit: { code: 'ROOM_LIMIT', retryable: true, message: ({ message }) => message },
  ParticipantUnknown: {
    code: 'NOT_FOUND',
    retryable: false,
    message: ({ client }) =>
      `The page "${client}" is not in this room, or not any more. Send its address and all else it has to tell.`,
    field: () => 'input.client',
  },
  RevisionAhead: {
    code: 'REVISION_AHEAD',
    retryable: false,
    message: ({ asked, actual }) =>
      `You have seen revision ${asked} of this inventory, and its newest is ${actual}: it was restored or replaced since. Load everything anew.`,
  },
  StoreUnavailable: {
    code: 'STORE_UNAVAILABLE',
    retryable: true,
    message: ({ mayBeWritten }) =>
      mayBeWritten === true
        ? 'The database stopped answering while the change was being written. It may not have been written; reload before trying again.'
        : 'The database does not answer. Nothing was written. Try again in a moment.',
  },
} as const satisfies { readonly [T in ApiError['type']]: ErrorSpec<OfType<T>> };

const specOf = (error: ApiError): ErrorSpec<ApiError> => specByType[error.type] as unknown as ErrorSpec<ApiError>;

/** Returns the coded error a query answers with. */
export const toGraphQLError = (error: ApiError): GraphQLError => {
  const spec = specOf(error);
  const field = spec.field?.(error);
  return new GraphQLError(spec.message(error), {
    extensions: {
      code: spec.code,
      retryable: spec.retryable,
      ...(field === undefined ? {} : { field }),
      ...(spec.retryable ? { http: { status: 503 } } : error.type === 'RevisionAhead' ? { http: { status: 409 } } : {}),
    },
  });
};

/** Returns the error of a payload: an outcome that a form must show. */
export const toUserError = (error: ApiError): UserError => {
  const spec = specOf(error);
  return {
    code: spec.code,
    message: spec.message(error),
    field: spec.field?.(error) ?? null,
    actualRevision: error.type === 'Conflict' ? error.actual : null,
    choices: error.type === 'ArtefactRefused' && error.kinds !== undefined ? [...error.kinds] : null,
  };
};

/** Returns the value of a result; throws its error as a coded one. */
export const orThrow = <T>(result: Result<T, ApiError>): T => {
  if (!result.ok) throw toGraphQLError(result.error);
  return result.value;
};
