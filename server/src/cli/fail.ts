import { describeCatalogueProblem } from '../domain/catalogue/index.ts';
import { formatProblem } from '../domain/inventory/inventory-problem.ts';
import { notThereWords } from '../domain/map/index.ts';
import type { ChangeSetRefused } from '../app/change-set.ts';
import { exitCode, type ExitCode } from './exit-codes.ts';
import type { CliError } from './cli-error.ts';
import { toJson, type Output } from './output.ts';

/** Tells what went wrong and returns the exit code for it: as JSON on the output with `--json`, else in words on the error output. */
export const fail = (error: CliError, output: Output, json: boolean): ExitCode => {
  if (json) output.out(toJson({ ok: false, error }));
  else output.err(describeError(error));
  return codeByType[error.type];
};

/** Returns the exit code that stands for an error. */
export const codeOf = (error: CliError): ExitCode => codeByType[error.type];

const codeByType: Readonly<Record<CliError['type'], ExitCode>> = {
  UsageInvalid: exitCode.wrongUsage,
  InputInvalid: exitCode.wrongUsage,
  StoreUnavailable: exitCode.storeUnavailable,
  CatalogueInvalid: exitCode.badInput,
  InventoryInvalid: exitCode.badInput,
  FolderUnreadable: exitCode.badInput,
  FolderUnwritable: exitCode.badInput,
  NotAnInventory: exitCode.badInput,
  OtherInventory: exitCode.badInput,
  FileUnreadable: exitCode.badInput,
  FilesUnavailable: exitCode.storeUnavailable,
  ArtefactRefused: exitCode.badInput,
  AmbiguousSystem: exitCode.badInput,
  OptionUnknown: exitCode.wrongUsage,
  Conflict: exitCode.badInput,
  DanglingReference: exitCode.badInput,
  CycleInPartOf: exitCode.badInput,
  DataClassNotFound: exitCode.badInput,
  EntityNotFound: exitCode.badInput,
  NotThereThatDay: exitCode.badInput,
  RunNotFound: exitCode.badInput,
  ChangeSetRefused: exitCode.badInput,
  AudienceNotFound: exitCode.badInput,
  ChannelNotFound: exitCode.badInput,
  DateInvalid: exitCode.wrongUsage,
  CursorInvalid: exitCode.wrongUsage,
  ChangeLogBroken: exitCode.checkFailed,
  PortTaken: exitCode.wrongUsage,
};

/** Returns an error in words: what happened, to what, and how to mend it. */
export const describeError = (error: CliError): string => {
  switch (error.type) {
    case 'CatalogueInvalid':
      return ['The reference data cannot be used:', ...error.problems.map(describeCatalogueProblem)].join('\n');
    case 'InventoryInvalid': {
      const rest = error.total - error.problems.length;
      return [
        `The inventory cannot be loaded: ${error.total} ${error.total === 1 ? 'problem' : 'problems'}. Nothing was written.`,
        ...error.problems.map(formatProblem),
        ...(rest > 0 ? [`and ${rest} more`] : []),
      ].join('\n');
    }
    case 'FolderUnreadable':
    case 'FolderUnwritable':
    case 'NotAnInventory':
      return `${error.directory}: ${error.message}`;
    case 'OtherInventory': {
      const { present, given, sharedIds } = error;
      return `This store has the inventory "${present}"; the folder is the inventory "${given}", and ${sharedIds} of its ids are already used here. Nothing was written. Give it a store of its own with --data DIR, or load it beside the other on purpose with --merge (what shares an id is then overwritten by the folder).`;
    }
    case 'ArtefactRefused': {
      const place = error.line === undefined ? error.file : `${error.file}:${error.line}:${error.column ?? 1}`;
      return [
        `${place}: ${error.message}. Mend: ${error.mend}.`,
        ...(error.kinds === undefined ? [] : ['What can be imported:', ...error.kinds.map((kind) => `  ${kind}`)]),
      ].join('\n');
    }
    case 'AmbiguousSystem':
    case 'OptionUnknown':
      return `${error.message}. Mend: ${error.mend}.`;
    case 'Conflict':
      return `${error.concept} "${error.id}" was changed by somebody else meanwhile (revision ${error.actual}). Nothing was written. Try again.`;
    case 'DanglingReference':
      return `${error.concept} "${error.id}": ${error.field} names "${error.target}", which is not in the inventory. Nothing was written.`;
    case 'CycleInPartOf':
      return `DataClass "${error.id}" would be a part of itself: ${[...error.ring, error.id].join(' → ')}. Nothing was written.`;
    case 'ChangeSetRefused':
      return ['Nothing was written.', ...error.errors.map(describeRefusal)].join('\n');
    case 'EntityNotFound':
      return `There is no ${error.concept} "${error.id}". Find it with: atlas search TEXT`;
    case 'NotThereThatDay':
      return `${error.concept} "${error.id}" is ${notThereWords(error)}. Ask about another day, or leave it out.`;
    case 'RunNotFound':
      return `There is no import run "${error.id}". See them with: atlas runs`;
    case 'DataClassNotFound':
      return `There is no data class "${error.id}". Find it with: atlas search TEXT`;
    case 'AudienceNotFound':
      return `There is no audience "${error.id}". Find it with: atlas search TEXT`;
    case 'ChannelNotFound':
      return `There is no access channel "${error.id}". Find it with: atlas search TEXT`;
    case 'DateInvalid':
      return `"${error.value}" is not a calendar date; write YYYY-MM-DD.`;
    case 'CursorInvalid':
      return `"${error.value}" is not a place in this list.`;
    case 'ChangeLogBroken':
      return `The change log does not verify: the entry of revision ${error.revision} ${error.message}.`;
    case 'FileUnreadable':
    case 'FilesUnavailable':
    case 'InputInvalid':
    case 'PortTaken':
    case 'StoreUnavailable':
    case 'UsageInvalid':
      return error.message;
  }
};

const describeRefusal = ({ error, lastChange }: ChangeSetRefused['errors'][number]): string => {
  if (error.type === 'RevisionNotFound')
    return `The log has no entry of revision ${error.revision}. See them with: atlas changes`;
  const since =
    lastChange === undefined
      ? ''
      : ` It was written at revision ${lastChange.revision} by ${lastChange.actor}, ${lastChange.at}.`;
  return error.type === 'Conflict'
    ? `${error.concept} "${error.id}" was changed since revision ${error.expected}; it is at ${error.actual}.${since}`
    : describeError(error);
};
