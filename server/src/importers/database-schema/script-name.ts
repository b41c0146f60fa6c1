import { cleanText } from '../json-value.ts';

/** What a script calls what it describes, and how it came to be. */
export interface ScriptHead {
  readonly name?: string;
  readonly version?: string;
  /** The program that wrote it, and its date; absent for what somebody wrote by hand. */
  readonly tool?: string;
  readonly date?: string;
}

const names: readonly RegExp[] = [
  /^-- Host: [^\n]{0,120}?\bDatabase: ([^\s;]{1,80})/im,
  /^\\connect\s+(?:-\w+\s+)*"?([\w$-]{1,80})/im,
  /^[ \t]*(?:create\s+database|use)\s+(?:if\s+not\s+exists\s+)?[`"[]?([\w$-]{1,80})/im,
  /^--\s*Project:\s*([^\n]{1,80})/im,
  /^--[^\n]{0,120}?\b(?:DDL|schema|constraints?|data model)\b[^\n]{0,60}? for (?:the )?([^\n]{2,80})/im,
];
const tools: readonly (readonly [mark: RegExp, tool: string])[] = [
  [/^-- (?:MySQL|MariaDB) dump ([^\n]{1,60})/m, 'mysqldump'],
  [/^-- PostgreSQL database dump\b/m, 'pg_dump'],
];

/** Returns what the beginning of a script says of itself. Pure. */
export const scriptHead = (head: string): ScriptHead => {
  const said = names
    .map((each) => cleanText(each.exec(head)?.[1]))
    .find((text) => text !== undefined && text !== 'master');
  // "Model 5.4" is version 5.4 of it: the next version is the same thing.
  const [, name, version] = /^(.*?)(?:[\s,]+v?(\d+(?:\.\d+){0,3}))?$/.exec(said ?? '') ?? [];
  const tool = tools.find(([mark]) => mark.test(head))?.[1];
  const date =
    /^-- Dump (?:completed )?on (\d{4}-\d{2}-\d{2})/m.exec(head)?.[1] ??
    /Script Date:\s*(\d{4}-\d{2}-\d{2})/.exec(head)?.[1];
  return {
    ...(name === undefined || name === '' ? {} : { name }),
    ...(version === undefined ? {} : { version }),
    ...(tool === undefined ? {} : { tool }),
    ...(date === undefined ? {} : { date }),
  };
};
