/** What somebody sent cannot be written. `field` is the input field it is about; the message says what is wrong and how to mend it. */
export interface InputInvalid {
  readonly type: 'InputInvalid';
  readonly field?: string;
  readonly message: string;
}

/** Returns the error for one input field. */
export const inputInvalid = (field: string, message: string): InputInvalid => ({
  type: 'InputInvalid',
  field,
  message,
});
