-- DropIndex
DROP INDEX "files_owner_id_bytes_idx";

-- DropIndex
DROP INDEX "files_server_id_bytes_idx";

-- AlterTable
ALTER TABLE "installation" ADD COLUMN     "file_check" JSONB,
ADD COLUMN     "file_kinds" TEXT[] DEFAULT ARRAY['image', 'video', 'audio', 'document', 'file']::TEXT[];

-- CreateTable
CREATE TABLE "admin_log_entries" (
    "id" BIGINT NOT NULL,
    "actor_id" BIGINT NOT NULL,
    "action" TEXT NOT NULL,
    "target" TEXT,
    "changes" JSONB NOT NULL DEFAULT '[]',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "admin_log_entries_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "files_owner_id_bytes_id_idx" ON "files"("owner_id", "bytes", "id");

-- CreateIndex
CREATE INDEX "files_server_id_bytes_id_idx" ON "files"("server_id", "bytes", "id");

-- CreateIndex
CREATE INDEX "files_server_id_kind_channel_id_bytes_idx" ON "files"("server_id", "kind", "channel_id", "bytes");

-- CreateIndex
CREATE INDEX "files_owner_id_id_idx" ON "files"("owner_id", "id");

-- What the files of a channel are looked through by: pictures and films, sounds, all others, in the order of their messages.
CREATE INDEX "files_gallery" ON "files"("channel_id", (CASE WHEN "meta"->>'kind' IN ('image', 'video') THEN 'media' WHEN "meta"->>'kind' = 'audio' THEN 'audio' ELSE 'files' END), "message_id", "position") WHERE "message_id" IS NOT NULL;

-- What harmful things were found in, which are few.
CREATE INDEX "files_quarantined" ON "files"("id") WHERE "state" = 'QUARANTINED';
