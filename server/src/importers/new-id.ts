export { newId } from '../domain/new-id.ts';
