import type { ReactNode } from 'react';
import { glyphMarkup, type GlyphName } from './glyphs.ts';

/** A status glyph in a colour given by the name of a custom property. Decoration: the words always stand beside it. */
export const Glyph = ({
  name,
  color,
  size = 20,
}: {
  readonly name: GlyphName;
  readonly color: string;
  readonly size?: number;
}): ReactNode => (
  <svg
    className="glyph"
    width={size}
    height={size}
    viewBox="0 0 24 24"
    aria-hidden="true"
    // The markup is the product's own constant drawing, never data.
    dangerouslySetInnerHTML={{ __html: glyphMarkup(name, { ink: `var(${color})`, ground: 'var(--panel)' }) }}
  />
);
