import type { DumpInventoryError } from '../app/dump-inventory.ts';
import type { ImportArtefactError } from '../app/import-artefact.ts';
import type { FilesUnavailable } from '../app/evidence-files.ts';
import type { ChangeSetRefused } from '../app/change-set.ts';
import type { RunNotFound } from '../app/undo-import.ts';
import type { InputInvalid } from '../app/input-invalid.ts';
import type { LoadInventoryError } from '../app/load-inventory.ts';
import type { EntityNotFound } from '../app/write-entity.ts';
import type { UsageInvalid } from '../config.ts';
import type { MapError } from '../domain/map/index.ts';
import type { TraceError } from '../domain/trace/index.ts';
import type { OutageProblem } from '../domain/what-if/index.ts';
import type { ChangeLogBroken } from '../store/index.ts';
import type { WorkspaceError } from './open-workspace.ts';

/** A file named on the command line cannot be read. */
export interface FileUnreadable {
  readonly type: 'FileUnreadable';
  readonly file: string;
  readonly message: string;
}

/** The address to listen on cannot be had. */
export interface PortTaken {
  readonly type: 'PortTaken';
  readonly port: number;
  readonly message: string;
}

/** Everything a command can fail with that is not a bug. */
export type CliError =
  | WorkspaceError
  | LoadInventoryError
  | DumpInventoryError
  | ImportArtefactError
  | TraceError
  | MapError
  | OutageProblem
  | EntityNotFound
  | RunNotFound
  | ChangeSetRefused
  | InputInvalid
  | UsageInvalid
  | ChangeLogBroken
  | FileUnreadable
  | FilesUnavailable
  | PortTaken;
