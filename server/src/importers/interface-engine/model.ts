/** One rule of a filter, whichever version wrote it. Values are source text: their quotes belong to them. */
export interface EngineRule {
  readonly kind: 'BUILDER' | 'SCRIPT' | 'FILE' | 'OTHER';
  readonly name: string;
  readonly operator: 'NONE' | 'AND' | 'OR';
  readonly isEnabled: boolean;
  readonly field: string;
  readonly condition: string;
  readonly values: readonly string[];
  readonly script: string;
  readonly line: number;
}

/** A script with the line of the file on which it begins, counted from 1. `place` says whose it is. */
export interface EngineScript {
  readonly place: string;
  readonly text: string;
  readonly line: number;
}

/** One connector. `settings` are its properties by their last name, or by `parent/name` where they nest. `isEnabled` is absent when the file does not tell. */
export interface EngineConnector {
  readonly id: string;
  readonly name: string;
  readonly transport: string;
  readonly isEnabled?: boolean;
  readonly settings: ReadonlyMap<string, string>;
  readonly rules: readonly EngineRule[];
  readonly scripts: readonly EngineScript[];
  readonly dataType: string;
  readonly line: number;
}

/** One channel of an interface engine. */
export interface EngineChannel {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly version: string;
  readonly isEnabled?: boolean;
  /** When it was last changed, ISO 8601. */
  readonly changed?: string;
  readonly source: EngineConnector;
  readonly destinations: readonly EngineConnector[];
  readonly scripts: readonly EngineScript[];
  readonly storage: string;
  readonly line: number;
}
