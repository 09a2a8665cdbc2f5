import { highlighted, type Look } from './highlight';

const styles: Record<Look, string> = {
  comment: 'text-fg-subtle italic',
  keyword: 'text-accent-text',
  string: 'text-success-text',
  number: 'text-warning-text',
  type: 'text-info-text',
  title: 'font-semibold',
  meta: 'text-fg-muted',
  added: 'bg-success-subtle text-success-text',
  removed: 'bg-danger-subtle text-danger-text',
};

/** The same text as without, in colours. */
export default function HighlightedCode({ text, language }: { text: string; language: string }) {
  return highlighted(text, language).map((piece, index) =>
    piece.look ? (
      <span key={index} className={styles[piece.look]}>
        {piece.text}
      </span>
    ) : (
      piece.text
    ),
  );
}
