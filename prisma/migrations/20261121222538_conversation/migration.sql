-- AlterEnum
ALTER TYPE "message_type" ADD VALUE 'POLL_RESULT';

-- DropIndex
DROP INDEX "messages_origin_id_idx";

-- AlterTable
ALTER TABLE "messages" ADD COLUMN     "embeds" JSONB,
ADD COLUMN     "mention_everyone" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "mention_ids" BIGINT[],
ADD COLUMN     "mention_role_ids" BIGINT[],
ADD COLUMN     "pinned_at" TIMESTAMPTZ(3),
ADD COLUMN     "poll" JSONB,
ADD COLUMN     "reactions" JSONB,
ADD COLUMN     "reply_to_id" BIGINT;

-- CreateTable
CREATE TABLE "mentions" (
    "target_id" BIGINT NOT NULL,
    "channel_id" BIGINT NOT NULL,
    "seq" INTEGER NOT NULL,
    "author_id" BIGINT NOT NULL,
    "message_id" BIGINT NOT NULL,

    CONSTRAINT "mentions_pkey" PRIMARY KEY ("target_id","channel_id","seq")
);

-- CreateTable
CREATE TABLE "reactions" (
    "message_id" BIGINT NOT NULL,
    "emoji" TEXT NOT NULL,
    "user_id" BIGINT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "reactions_pkey" PRIMARY KEY ("message_id","emoji","user_id")
);

-- CreateTable
CREATE TABLE "message_marks" (
    "user_id" BIGINT NOT NULL,
    "message_id" BIGINT NOT NULL,
    "starred_at" TIMESTAMPTZ(3),
    "hidden_at" TIMESTAMPTZ(3),

    CONSTRAINT "message_marks_pkey" PRIMARY KEY ("user_id","message_id")
);

-- CreateTable
CREATE TABLE "message_edits" (
    "message_id" BIGINT NOT NULL,
    "number" INTEGER NOT NULL,
    "content" TEXT NOT NULL,
    "written_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "message_edits_pkey" PRIMARY KEY ("message_id","number")
);

-- CreateTable
CREATE TABLE "poll_votes" (
    "message_id" BIGINT NOT NULL,
    "user_id" BIGINT NOT NULL,
    "answer" INTEGER NOT NULL,
    "voted_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "poll_votes_pkey" PRIMARY KEY ("message_id","user_id","answer")
);

-- CreateIndex
CREATE INDEX "mentions_target_id_message_id_idx" ON "mentions"("target_id", "message_id");

-- CreateIndex
CREATE INDEX "mentions_channel_id_seq_idx" ON "mentions"("channel_id", "seq");

-- CreateIndex
CREATE INDEX "reactions_user_id_message_id_idx" ON "reactions"("user_id", "message_id");

-- CreateIndex
CREATE INDEX "message_marks_message_id_idx" ON "message_marks"("message_id");

-- CreateIndex
CREATE INDEX "message_marks_user_id_starred_at_message_id_idx" ON "message_marks"("user_id", "starred_at", "message_id");

-- CreateIndex
CREATE INDEX "poll_votes_message_id_answer_user_id_idx" ON "poll_votes"("message_id", "answer", "user_id");

-- CreateIndex
CREATE INDEX "poll_votes_user_id_idx" ON "poll_votes"("user_id");

-- AddForeignKey
ALTER TABLE "mentions" ADD CONSTRAINT "mentions_channel_id_fkey" FOREIGN KEY ("channel_id") REFERENCES "channels"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reactions" ADD CONSTRAINT "reactions_message_id_fkey" FOREIGN KEY ("message_id") REFERENCES "messages"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reactions" ADD CONSTRAINT "reactions_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "message_marks" ADD CONSTRAINT "message_marks_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "message_marks" ADD CONSTRAINT "message_marks_message_id_fkey" FOREIGN KEY ("message_id") REFERENCES "messages"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "message_edits" ADD CONSTRAINT "message_edits_message_id_fkey" FOREIGN KEY ("message_id") REFERENCES "messages"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "poll_votes" ADD CONSTRAINT "poll_votes_message_id_fkey" FOREIGN KEY ("message_id") REFERENCES "messages"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "poll_votes" ADD CONSTRAINT "poll_votes_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Few messages are copies or pinned: the others cost these indexes nothing.
CREATE INDEX "messages_origin_id_idx" ON "messages"("origin_id") WHERE "origin_id" IS NOT NULL;
CREATE INDEX "messages_pinned_idx" ON "messages"("channel_id", "pinned_at" DESC, "id" DESC) WHERE "pinned_at" IS NOT NULL;

-- Whatever deletes a message, alone, with many or with what it is a copy of: its tombstone keeps nothing of it.
CREATE FUNCTION "messages_bury"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM "mentions" WHERE "channel_id" = NEW."channel_id" AND "seq" = NEW."seq";
  DELETE FROM "reactions" WHERE "message_id" = NEW."id";
  DELETE FROM "message_marks" WHERE "message_id" = NEW."id";
  DELETE FROM "message_edits" WHERE "message_id" = NEW."id";
  DELETE FROM "poll_votes" WHERE "message_id" = NEW."id";
  NEW."reply_to_id" := NULL;
  NEW."mention_ids" := NULL;
  NEW."mention_role_ids" := NULL;
  NEW."mention_everyone" := false;
  NEW."reactions" := NULL;
  NEW."poll" := NULL;
  NEW."embeds" := NULL;
  NEW."pinned_at" := NULL;
  RETURN NEW;
END
$$;
CREATE TRIGGER "messages_bury" BEFORE UPDATE OF "deleted_at" ON "messages" FOR EACH ROW
  WHEN (OLD."deleted_at" IS NULL AND NEW."deleted_at" IS NOT NULL) EXECUTE FUNCTION "messages_bury"();
