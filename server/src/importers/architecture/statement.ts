/** One line of a language with blocks in braces: its words, and whether it opens or closes a block. */
export interface Statement<Token> {
  readonly words: readonly Token[];
  readonly line: number;
  readonly opens: boolean;
  readonly closes: boolean;
}
