import type { AnchorHTMLAttributes, ReactNode } from 'react';
import { withKept } from '../view/kept-params.ts';
import { navigate } from './use-location.ts';

/** A link within the site, which looks at what the page looks at: goes there without loading the page anew, and leaves new tabs and windows to the browser. */
export const Link = ({
  href,
  onClick,
  ...rest
}: AnchorHTMLAttributes<HTMLAnchorElement> & { readonly href: string }): ReactNode => (
  <a
    {...rest}
    href={withKept(href, location.search)}
    onClick={(event) => {
      onClick?.(event);
      if (
        event.defaultPrevented ||
        event.button !== 0 ||
        event.metaKey ||
        event.ctrlKey ||
        event.shiftKey ||
        event.altKey
      )
        return;
      event.preventDefault();
      navigate(href);
    }}
  />
);
