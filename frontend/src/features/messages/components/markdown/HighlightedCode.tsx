import { useEffect, useState } from 'react';
import type { Look, Piece } from './highlight';
import { highlighter } from './highlighter';

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

/** What flies by stays plain. */
const AFTER = 100;

/** The same text as without, in colours once they are known. */
export default function HighlightedCode(code: { text: string; language: string }) {
  return (
    useHighlighted(code)?.map((piece, index) =>
      piece.look ? (
        <span key={index} className={styles[piece.look]}>
          {piece.text}
        </span>
      ) : (
        piece.text
      ),
    ) ?? code.text
  );
}

function useHighlighted({ text, language }: { text: string; language: string }): readonly Piece[] | null {
  const [pieces, setPieces] = useState(() => highlighter.known(text, language));
  const isKnown = pieces !== null;
  useEffect(() => {
    if (isKnown) return;
    let isShown = true;
    const timer = setTimeout(() => void highlighter.highlight(text, language).then((found) => isShown && setPieces(found)), AFTER);
    return () => {
      isShown = false;
      clearTimeout(timer);
    };
  }, [text, language, isKnown]);
  return pieces;
}
