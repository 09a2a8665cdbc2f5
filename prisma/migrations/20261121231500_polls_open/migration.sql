-- Polls that end or ended and of which that was not told yet, by when they do. Few messages are: the others cost this index nothing.
CREATE INDEX "messages_open_polls_idx" ON "messages"((coalesce("poll"->>'closedAt', "poll"->>'expiresAt')))
  WHERE "poll" IS NOT NULL AND "poll"->>'told' IS NULL;
