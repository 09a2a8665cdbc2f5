-- CreateEnum
CREATE TYPE "file_state" AS ENUM ('UPLOADING', 'PROCESSING', 'READY', 'FAILED', 'QUARANTINED');

-- AlterEnum
ALTER TYPE "file_kind" ADD VALUE 'ATTACHMENT';
ALTER TYPE "file_kind" ADD VALUE 'AVATAR';
ALTER TYPE "file_kind" ADD VALUE 'ICON';
ALTER TYPE "file_kind" ADD VALUE 'BANNER';

-- DropIndex
DROP INDEX "file_removals_created_at_idx";

-- DropIndex
DROP INDEX "files_owner_id_idx";

-- DropIndex
DROP INDEX "files_server_id_idx";

-- AlterTable
ALTER TABLE "file_removals" DROP CONSTRAINT "file_removals_pkey";
ALTER TABLE "file_removals" RENAME COLUMN "file_id" TO "object_id";
ALTER TABLE "file_removals" ADD COLUMN     "id" BIGSERIAL NOT NULL,
ADD CONSTRAINT "file_removals_pkey" PRIMARY KEY ("id");

-- AlterTable
ALTER TABLE "files" ADD COLUMN     "alt" TEXT,
ADD COLUMN     "channel_id" BIGINT,
ADD COLUMN     "content_type" TEXT,
ADD COLUMN     "lease" UUID,
ADD COLUMN     "lease_until" TIMESTAMPTZ(3),
ADD COLUMN     "message_id" BIGINT,
ADD COLUMN     "meta" JSONB NOT NULL DEFAULT '{}',
ADD COLUMN     "name" TEXT,
ADD COLUMN     "object_id" BIGINT,
ADD COLUMN     "position" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "received" BIGINT NOT NULL DEFAULT 0,
ADD COLUMN     "size" BIGINT,
ADD COLUMN     "spoiler" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "state" "file_state" NOT NULL DEFAULT 'READY',
ADD COLUMN     "touched_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
ADD COLUMN     "upload" JSONB;

-- What is there is in the store under its own id.
UPDATE "files" SET "object_id" = "id";
ALTER TABLE "files" ALTER COLUMN "object_id" SET NOT NULL;

-- AlterTable
ALTER TABLE "installation" ADD COLUMN     "max_file_bytes" BIGINT NOT NULL DEFAULT 104857600,
ADD COLUMN     "server_file_bytes" BIGINT NOT NULL DEFAULT 107374182400,
ADD COLUMN     "user_file_bytes" BIGINT NOT NULL DEFAULT 10737418240;

-- AlterTable
ALTER TABLE "messages" ADD COLUMN     "attachments" JSONB;

-- CreateIndex
CREATE INDEX "files_owner_id_bytes_idx" ON "files"("owner_id", "bytes");

-- CreateIndex
CREATE INDEX "files_server_id_bytes_idx" ON "files"("server_id", "bytes");

-- CreateIndex
CREATE INDEX "files_object_id_idx" ON "files"("object_id");

-- CreateIndex
CREATE INDEX "files_message_id_idx" ON "files"("message_id");

-- CreateIndex
CREATE INDEX "files_channel_id_id_idx" ON "files"("channel_id", "id");

-- AddForeignKey
ALTER TABLE "files" ADD CONSTRAINT "files_channel_id_fkey" FOREIGN KEY ("channel_id") REFERENCES "channels"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "files" ADD CONSTRAINT "files_message_id_fkey" FOREIGN KEY ("message_id") REFERENCES "messages"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What is being uploaded, and what was and is not sent yet, by when it last grew.
CREATE INDEX "files_unsent" ON "files"("touched_at") WHERE "message_id" IS NULL AND "channel_id" IS NOT NULL;

-- A row that goes says so and looks at no other: two that go at once would each find the other one there. Whoever empties the store looks.
CREATE OR REPLACE FUNCTION "files_leave"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "file_removals" ("object_id") VALUES (OLD."object_id");
  RETURN NULL;
END
$$;

-- Of what somebody brought, what stands in no message and belongs to no server goes with them.
CREATE FUNCTION "users_take_files"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM "files" WHERE "owner_id" = OLD."id" AND "message_id" IS NULL AND "kind" IN ('ATTACHMENT', 'AVATAR');
  RETURN OLD;
END
$$;
CREATE TRIGGER "users_take_files" BEFORE DELETE ON "users" FOR EACH ROW EXECUTE FUNCTION "users_take_files"();

-- A tombstone has no files either.
CREATE OR REPLACE FUNCTION "messages_bury"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM "mentions" WHERE "channel_id" = NEW."channel_id" AND "seq" = NEW."seq";
  DELETE FROM "reactions" WHERE "message_id" = NEW."id";
  DELETE FROM "message_marks" WHERE "message_id" = NEW."id";
  DELETE FROM "message_edits" WHERE "message_id" = NEW."id";
  DELETE FROM "poll_votes" WHERE "message_id" = NEW."id";
  DELETE FROM "files" WHERE "message_id" = NEW."id";
  NEW."reply_to_id" := NULL;
  NEW."mention_ids" := NULL;
  NEW."mention_role_ids" := NULL;
  NEW."mention_everyone" := false;
  NEW."reactions" := NULL;
  NEW."poll" := NULL;
  NEW."embeds" := NULL;
  NEW."attachments" := NULL;
  NEW."pinned_at" := NULL;
  RETURN NEW;
END
$$;

-- What a message has of files is found too.
DROP TRIGGER "message_search_follow" ON "messages";
CREATE TRIGGER "message_search_follow" AFTER UPDATE OF "content", "deleted_at", "embeds", "poll", "pinned_at", "attachments" ON "messages"
  FOR EACH ROW
  WHEN (OLD."content" <> NEW."content" OR (OLD."deleted_at" IS NULL) <> (NEW."deleted_at" IS NULL)
    OR OLD."embeds" IS DISTINCT FROM NEW."embeds" OR (OLD."poll" IS NULL) <> (NEW."poll" IS NULL)
    OR (OLD."pinned_at" IS NULL) <> (NEW."pinned_at" IS NULL) OR OLD."attachments" IS DISTINCT FROM NEW."attachments")
  EXECUTE FUNCTION "message_search_follow"();
