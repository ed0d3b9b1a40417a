import { useKeptInside } from './use-kept-inside.ts';

/** What is wrong with the filter's text, below the box. It stays there for screen readers also when it is not shown. */
export function FaultTip({ id, fault }: { readonly id: string; readonly fault: string }) {
  const tip = useKeptInside<HTMLParagraphElement>();
  return (
    <p ref={tip} id={id} class="filter-fault value" data-testid="filter-fault">
      {fault}
    </p>
  );
}
