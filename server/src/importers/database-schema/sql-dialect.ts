/** What must be known of a dialect before its text can be cut into statements. */
export interface SqlDialect {
  /** `MySQL or MariaDB`, for people; `SQL` when nothing gives it away. */
  readonly name: string;
  /** A backslash in a quoted text hides the next character; `#` begins a comment; a dollar sign quotes nothing. */
  readonly isMySql: boolean;
  /** A line `GO` or `/` ends a batch, and procedures go on to there. */
  readonly hasBatches: boolean;
}

const marks: readonly (readonly [name: string, mark: RegExp])[] = [
  [
    'MySQL or MariaDB',
    /`\s*\(|\bENGINE\s*=|\bauto_increment\b|\bMySQL dump\b|\bMariaDB dump\b|^delimiter\s|\bunsigned\b|\bCOMMENT\s{0,5}=?\s{0,5}'/im,
  ],
  ['BigQuery', /\b(?:INT64|FLOAT64)\b/i],
  ['SQL Server', /^[ \t]*GO[ \t]*\r?$|\bN'|\[dbo\]|\bnvarchar\b|\bIDENTITY\s*\(|\bsp_addextendedproperty\b/im],
  ['Oracle', /\bvarchar2\b|\bnumber\s*\(|^[ \t]*\/[ \t]*\r?$/im],
  [
    'PostgreSQL',
    /^\\|\bPostgreSQL\b|\bbigserial\b|\bserial\b|\bcharacter varying\b|\binherits\s*\(|\$\$|\btimestamptz?\b/im,
  ],
];

/** Returns the dialect of SQL by the marks in the beginning of a file. Pure. */
export const dialectOf = (head: string): SqlDialect => {
  const name = marks.find(([, mark]) => mark.test(head))?.[0] ?? 'SQL';
  return { name, isMySql: name.startsWith('MySQL'), hasBatches: name === 'SQL Server' || name === 'Oracle' };
};
