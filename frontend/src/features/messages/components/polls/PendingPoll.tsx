import type { PollInput } from '@hearth/contract';

/** A poll on its way to the server: nobody votes yet. */
export default function PendingPoll({ poll }: { poll: PollInput }) {
  return (
    <div className="mt-1 flex w-full max-w-100 flex-col gap-2 rounded-card border border-line bg-raised p-3">
      <p dir="auto" className="text-body font-semibold wrap-anywhere">
        {poll.question}
      </p>
      <ul className="flex flex-col gap-1.5">
        {poll.answers.map(({ text, emoji }, index) => (
          <li key={index} className="flex min-h-10 items-center gap-2.5 rounded-card border border-line px-3 py-2 text-ui">
            {emoji && <span aria-hidden>{emoji}</span>}
            <span dir="auto" className="min-w-0 wrap-anywhere">
              {text}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
