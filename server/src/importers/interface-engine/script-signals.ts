import { redact, redactAddress } from '../redact.ts';
import type { EngineScript } from './model.ts';

/** What a script gives away. It is a sign, never a fact: what runs is decided when it runs. */
export interface ScriptSignal {
  readonly code:
    | 'script-route'
    | 'script-store'
    | 'script-address'
    | 'script-file'
    | 'script-drop'
    | 'script-choice'
    | 'script-library';
  readonly words: string;
  /** Another system it points to, by its cleaned address. */
  readonly address?: string;
  /** A table it writes or reads. */
  readonly table?: string;
  readonly isRead: boolean;
  /** Segments it drops. */
  readonly segments: readonly string[];
  /** The line in the script and in the file, counted from 1. */
  readonly line: number;
  readonly fileLine: number;
}

type Found = Omit<ScriptSignal, 'line' | 'fileLine' | 'isRead' | 'segments'> &
  Partial<Pick<ScriptSignal, 'isRead' | 'segments'>>;

const patterns: readonly (readonly [RegExp, (match: RegExpExecArray) => Found | undefined])[] = [
  [
    /\b(?:router|VMRouter\w{0,10}(?:\(\))?)\s{0,3}\.\s{0,3}routeMessage\w{0,20}\s{0,3}\(\s{0,3}([^,)\n]{1,160})/,
    (m) => ({ code: 'script-route', words: `it sends the message on to the channel ${clean(m[1])}` }),
  ],
  [
    /createDatabaseConnection\s{0,3}\(([^)]{0,600})/,
    (m) => {
      const url = /['"][^'"]{0,200}?(jdbc:[^'"]{1,300})['"]/.exec(m[1] ?? '')?.[1];
      return {
        code: 'script-store',
        words: `it opens a database${url === undefined ? ' whose address is not in it' : ` at ${redactAddress(url)}`}`,
        ...(url === undefined ? {} : { address: redactAddress(url) }),
      };
    },
  ],
  [
    /\b(?:INSERT\s{1,5}INTO|REPLACE\s{1,5}INTO|UPDATE|MERGE\s{1,5}INTO)\s{1,5}[`"[]?([A-Za-z_][\w.$]{0,80})/i,
    (m) => ({ code: 'script-store', words: `it writes to the table ${clean(m[1])}`, table: m[1] ?? '' }),
  ],
  [
    /\bSELECT\b[^'"\n]{1,400}\bFROM\s{1,5}[`"[]?([A-Za-z_][\w.$]{0,80})/i,
    (m) => ({ code: 'script-store', words: `it reads the table ${clean(m[1])}`, table: m[1] ?? '', isRead: true }),
  ],
  [
    /\bFileUtil\.write\w{0,10}\s{0,3}\(\s{0,3}([^,)\n]{1,200})/,
    (m) => ({ code: 'script-file', words: `it writes the file ${clean(m[1])}`, ...literal(m[1]) }),
  ],
  [
    /\bnew\s{1,3}(?:Packages\.)?java\.io\.File\w{0,20}\s{0,3}\(\s{0,3}([^,)\n]{1,200})/,
    (m) => ({ code: 'script-file', words: `it opens the file ${clean(m[1])}` }),
  ],
  [
    /\bjava\.net\.(?:URL|URI)\s{0,3}\(\s{0,3}([^,)\n]{1,200})/,
    (m) => ({ code: 'script-address', words: `it calls ${clean(m[1])}`, ...literal(m[1]) }),
  ],
  [
    /\b(HttpClient\w{0,20}|HttpPost|HttpGet|JSch|FTPClient|SmtpClient)\b/,
    (m) => ({ code: 'script-library', words: `it uses ${clean(m[1])} to reach another system` }),
  ],
  [
    /\bdelete\s{1,3}(?:msg|tmp)((?:\[[^\]\n]{1,40}\]){1,4}|\.[A-Z]\w{2}[\w.]{0,20})/,
    (m) => ({ code: 'script-drop', words: `it deletes ${clean(m[1])}`, segments: segmentsIn(m[1]) }),
  ],
  [
    /\b(?:msg|tmp)((?:\[\s{0,2}['"][A-Z][A-Z0-9]{2}['"]\s{0,2}\])[^=!<>\n]{0,60})=\s{0,3}(?:''|"")\s{0,3};?/,
    (m) => ({ code: 'script-drop', words: `it empties ${clean(m[1])}`, segments: segmentsIn(m[1]) }),
  ],
  [
    /\bdestinationSet\.(removeAllExcept|removeAll|remove)\s{0,3}\(([^)\n]{0,160})/,
    (m) => ({ code: 'script-choice', words: `it leaves out destinations: ${clean(m[1])}(${clean(m[2])})` }),
  ],
  [
    /\b(\w{0,30}(?:cutoff|cutOff|cut_off|olderThan|minDate|maxDate)\w{0,30})\b/,
    (m) => ({ code: 'script-choice', words: `it looks at a date: ${clean(m[1])}` }),
  ],
];

/** How many signals of one script are told, and how long a line is that is looked at. */
const mostSignals = 60;
const longestLine = 2_000;

/** Returns the signals of a script in the order of its lines; comments give none. Pure, and linear in the length of the script. */
export const signalsIn = (script: EngineScript): readonly ScriptSignal[] => {
  const found: ScriptSignal[] = [];
  let inComment = false;
  const lines = script.text.split(/\r\n|\n|\r/);
  lines.forEach((whole, at) => {
    if (found.length >= mostSignals) return;
    const { text, open } = uncommented(whole.slice(0, longestLine), inComment);
    inComment = open;
    // The arguments of this call are often written on lines of their own.
    const said = /createDatabaseConnection\s{0,3}\([^)]{0,600}$/.test(text)
      ? [text, ...lines.slice(at + 1, at + 4)].join('\n').slice(0, longestLine)
      : text;
    for (const [pattern, toSignal] of patterns) {
      const match = pattern.exec(said === text || pattern.source.startsWith('createDatabaseConnection') ? said : text);
      const signal = match === null ? undefined : toSignal(match);
      if (signal !== undefined)
        found.push({ isRead: false, segments: [], ...signal, line: at + 1, fileLine: script.line + at });
    }
  });
  return found;
};

const uncommented = (line: string, inComment: boolean): { readonly text: string; readonly open: boolean } => {
  let text = line;
  let open = inComment;
  if (open) {
    const end = text.indexOf('*/');
    if (end < 0) return { text: '', open };
    text = text.slice(end + 2);
    open = false;
  }
  text = text.replace(/\/\*.*?\*\//g, ' ');
  const start = text.indexOf('/*');
  if (start >= 0) return { text: text.slice(0, start), open: true };
  return { text: text.replace(/(^|[^:'"\\])\/\/.*$/, '$1'), open };
};

const clean = (text: string | undefined): string =>
  redact((text ?? '').trim())
    .replace(/\s+/g, ' ')
    .slice(0, 160);

/** An address that stands there as text; one that is put together when it runs is not known. */
const literal = (text: string | undefined): { readonly address?: string } => {
  const found = /^\s*['"]([^'"]{3,300})['"]\s*$/.exec(text ?? '')?.[1];
  return found === undefined ? {} : { address: redactAddress(found) };
};

const segmentsIn = (text: string | undefined): readonly string[] => [
  ...new Set((text ?? '').match(/\b[A-Z][A-Z0-9]{2}\b/g)),
];

/**
 * Returns the segments that a script copies, when it builds a message of its own (`tmp.PID = msg.PID`): what it does not copy is gone.
 * Empty when it builds none.
 */
export const copiedSegments = (script: EngineScript): readonly string[] => {
  const copied = new Set<string>();
  for (const line of script.text.split(/\r\n|\n|\r/)) {
    const match = /^\s*tmp(?:\.([A-Z][A-Z0-9]{2})|\[\s*['"]([A-Z][A-Z0-9]{2})['"]\s*\])\s*=[^=]/.exec(
      line.slice(0, longestLine),
    );
    const name = match?.[1] ?? match?.[2];
    if (name !== undefined) copied.add(name);
  }
  return [...copied];
};
