import type { ReactNode } from 'react';

/** A state said in words: something is being fetched, nothing is there, part is missing, or it failed. Each looks different. */
export const Notice = (props: {
  readonly kind: 'loading' | 'empty' | 'partial' | 'failed';
  readonly title: string;
  readonly children?: ReactNode;
  readonly action?: { readonly label: string; readonly onClick: () => void };
}): ReactNode => (
  <div className={`notice notice-${props.kind}`} role={props.kind === 'failed' ? 'alert' : 'status'}>
    {props.kind === 'loading' ? <span className="spinner" aria-hidden="true" /> : null}
    <div>
      <p className="notice-title">{props.title}</p>
      {props.children === undefined ? null : <div className="notice-body">{props.children}</div>}
      {props.action === undefined ? null : (
        <button type="button" className="button" onClick={props.action.onClick}>
          {props.action.label}
        </button>
      )}
    </div>
  </div>
);
