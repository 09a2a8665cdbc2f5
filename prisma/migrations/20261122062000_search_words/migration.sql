-- CreateTable
CREATE TABLE "search_words" (
    "word" TEXT NOT NULL,
    "seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "search_words_pkey" PRIMARY KEY ("word")
);

-- What Prisma knows nothing of.

-- A part of a word is looked for among all words, of which there are many times fewer than messages, and what holds it by whole words.
-- Lexemes of filters have a colon.
INSERT INTO "search_words" ("word")
  SELECT word FROM ts_stat('SELECT "terms" FROM "message_search"') WHERE length(word) >= 3 AND position(':' IN word) = 0;
CREATE INDEX "search_words_parts" ON "search_words" USING gin ("word" gin_trgm_ops);

DROP INDEX "message_search_terms_body";
CREATE INDEX "message_search_terms" ON "message_search" USING gin ("terms") WITH (fastupdate = on, gin_pending_list_limit = 512);
