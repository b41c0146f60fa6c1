import type { ReactNode } from 'react';
import type { SignShape } from '../../graph-model/map/map-view.ts';
import { pageSignColors, signMarkup } from './sign-markup.ts';

/** The sign of an overlay. The words must stand beside it. */
export const Sign = ({ shape, size = 18 }: { readonly shape: SignShape; readonly size?: number }): ReactNode => (
  <svg
    className="glyph"
    width={size}
    height={size}
    viewBox="0 0 24 24"
    aria-hidden="true"
    // The markup is the product's own drawing; of the letters in it, only letters and digits are drawn.
    dangerouslySetInnerHTML={{ __html: signMarkup(shape, pageSignColors) }}
  />
);
