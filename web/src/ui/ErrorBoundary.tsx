import { Component, type ReactNode } from 'react';

interface BoundaryProps {
  readonly children: ReactNode;
  /** Where this changes, the children are tried again. */
  readonly until?: string;
  /** What stands where the children stood: `message` says what went wrong, `retry` tries to show them again. */
  readonly instead: (message: string, retry: () => void) => ReactNode;
}

interface BoundaryState {
  /** What went wrong; undefined while nothing has. */
  readonly message: string | undefined;
  readonly until: string | undefined;
}

/** Where something on the page cannot be shown, says so in its place: the rest of the page goes on. React knows this as a class only. */
export class ErrorBoundary extends Component<BoundaryProps, BoundaryState> {
  override state: BoundaryState = { message: undefined, until: this.props.until };

  static getDerivedStateFromError(error: unknown): Pick<BoundaryState, 'message'> {
    const message = error instanceof Error && error.message !== '' ? error.message : 'It is not known why';
    return { message: /[.!?]$/.test(message) ? message : `${message}.` };
  }

  static getDerivedStateFromProps({ until }: BoundaryProps, before: BoundaryState): BoundaryState | null {
    return until === before.until ? null : { message: undefined, until };
  }

  override render(): ReactNode {
    const { message } = this.state;
    return message === undefined
      ? this.props.children
      : this.props.instead(message, () => this.setState({ message: undefined }));
  }
}
