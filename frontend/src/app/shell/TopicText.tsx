/** All of a topic, in its lines. */
export const TopicText = ({ topic }: { topic: string }) => (
  <p dir="auto" className="text-match-parent text-body wrap-anywhere whitespace-pre-wrap">
    {topic}
  </p>
);
