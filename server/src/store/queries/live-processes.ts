import type { ToldByProcess } from '../port.ts';
import { cypher, readQuery, writeQuery } from './cypher-query.ts';

/** What one process tells the others; it replaces what it told before. Index: the unique key `LiveProcess(id)`. */
export const tellProcesses = writeQuery<{
  readonly process: string;
  readonly beat: number;
  readonly toldText: string;
}>(
  'tell-processes',
  cypher`
    MERGE (p:LiveProcess {id: $process})
    SET p.beat = $beat, p.text = $toldText`,
);

/** Takes away what a process told. Index: the unique key `LiveProcess(id)`. */
export const withdrawProcess = writeQuery<{ readonly process: string }>(
  'withdraw-process',
  cypher`
    MATCH (p:LiveProcess {id: $process})
    DELETE p`,
);

/** What every process told, by process id: a handful of rows. Index: none, it wants all of them. */
export const readToldByProcesses = readQuery<Record<never, never>, ToldByProcess>(
  'read-all-told-by-processes',
  cypher`
    MATCH (p:LiveProcess)
    RETURN p.id AS process, p.beat AS beat, p.text AS text
    ORDER BY process`,
);
