import { Value } from './value.tsx';

/** A text of ours with `code` between backticks. Values of strangers in it can at most look like code. */
export function Prose({ text }: { readonly text: string }) {
  return (
    <>
      {text.split('`').map((part, index, parts) => {
        // An odd number of backticks leaves the last one unpaired: it stays as it is.
        const unpaired = parts.length % 2 === 0 && index === parts.length - 1;
        if (unpaired) return <Value key={index} text={`\`${part}`} />;
        return index % 2 === 1 ? (
          <code key={index}>
            <Value text={part} />
          </code>
        ) : (
          <Value key={index} text={part} />
        );
      })}
    </>
  );
}
