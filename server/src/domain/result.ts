/** The outcome of something that can fail in an expected way: a value, or an error that is plain data. */
export type Result<T, E> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: E };

/** A success. */
export const ok = <T>(value: T): { readonly ok: true; readonly value: T } => ({ ok: true, value });

/** An expected failure. Bugs throw; everything a caller must handle comes through here. */
export const err = <E>(error: E): { readonly ok: false; readonly error: E } => ({ ok: false, error });
