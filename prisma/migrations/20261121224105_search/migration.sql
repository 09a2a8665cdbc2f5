-- CreateTable
CREATE TABLE "message_search" (
    "id" BIGINT NOT NULL,
    "home_id" BIGINT NOT NULL,
    "version" INTEGER NOT NULL,
    "edited_at" TIMESTAMPTZ(3),
    "terms" tsvector NOT NULL,
    "body" TEXT NOT NULL,

    CONSTRAINT "message_search_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "search_segments" (
    "number" INTEGER NOT NULL,
    "from_id" BIGINT NOT NULL,

    CONSTRAINT "search_segments_pkey" PRIMARY KEY ("number")
);

-- CreateTable
CREATE TABLE "search_backlog" (
    "message_id" BIGINT NOT NULL,
    "stamp" BIGSERIAL NOT NULL,

    CONSTRAINT "search_backlog_pkey" PRIMARY KEY ("message_id")
);

-- CreateTable
CREATE TABLE "search_state" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "swept_to" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "search_state_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "search_segments_from_id_key" ON "search_segments"("from_id");

-- What Prisma knows nothing of.

CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- Words, filters and parts of words in one index, so that one look at it cuts all of them. What is new waits in a short list and goes in
-- together, which is many times cheaper.
CREATE INDEX "message_search_terms_body" ON "message_search" USING gin ("terms", "body" gin_trgm_ops)
  WITH (fastupdate = on, gin_pending_list_limit = 512);

-- Parts of the names of channels and threads. An index over an expression.
CREATE INDEX "channels_name_parts" ON "channels" USING gin (lower("name") gin_trgm_ops);

INSERT INTO "search_state" ("id") VALUES (1);

-- As many messages in each as `SEGMENT_SIZE` in backend/src/search says; the first one begins with the first id.
INSERT INTO "search_segments" ("number", "from_id")
  SELECT (n - 1) / 32768, CASE WHEN n = 1 THEN 0 ELSE "id" END
  FROM (SELECT "id", row_number() OVER (ORDER BY "id") AS n FROM "messages") AS m WHERE n % 32768 = 1;
INSERT INTO "search_segments" ("number", "from_id") VALUES (0, 0) ON CONFLICT DO NOTHING;

-- What is edited or deleted leaves the index in the same transaction, and what is to be indexed anew is kept until it is.
CREATE FUNCTION "message_search_follow"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."deleted_at" IS NOT NULL OR NEW."content" <> OLD."content" THEN
    DELETE FROM "message_search" WHERE "id" = NEW."id";
  END IF;
  INSERT INTO "search_backlog" ("message_id") VALUES (NEW."id")
    ON CONFLICT ("message_id") DO UPDATE SET "stamp" = excluded."stamp";
  RETURN NULL;
END $$;

CREATE TRIGGER "message_search_follow" AFTER UPDATE OF "content", "deleted_at", "embeds", "poll", "pinned_at" ON "messages" FOR EACH ROW
  WHEN (OLD."content" <> NEW."content" OR (OLD."deleted_at" IS NULL) <> (NEW."deleted_at" IS NULL)
    OR (OLD."embeds" IS NULL) <> (NEW."embeds" IS NULL) OR (OLD."poll" IS NULL) <> (NEW."poll" IS NULL)
    OR (OLD."pinned_at" IS NULL) <> (NEW."pinned_at" IS NULL))
  EXECUTE FUNCTION "message_search_follow"();

-- Messages that go with their channel.
CREATE FUNCTION "message_search_forget"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM "message_search" WHERE "id" IN (SELECT "id" FROM gone);
  RETURN NULL;
END $$;

CREATE TRIGGER "message_search_forget" AFTER DELETE ON "messages" REFERENCING OLD TABLE AS gone FOR EACH STATEMENT
  EXECUTE FUNCTION "message_search_forget"();
