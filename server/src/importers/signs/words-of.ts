export { wordsOf } from '../../domain/words-of.ts';
