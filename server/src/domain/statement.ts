/** What every answer and every export of the product says of itself. */
export const statement = 'EHI Atlas documents what is recorded; counsel decides.';
