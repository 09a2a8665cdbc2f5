-- DropIndex
DROP INDEX "channels_server_id_idx";

-- DropIndex
DROP INDEX "channels_parent_id_archived_at_last_message_at_id_idx";

-- AlterTable
ALTER TABLE "channels" ADD COLUMN     "reopened_at" TIMESTAMPTZ(3);

-- CreateIndex
CREATE INDEX "channels_server_id_type_archived_at_idx" ON "channels"("server_id", "type", "archived_at");

-- CreateIndex
CREATE INDEX "channels_parent_id_archived_at_id_idx" ON "channels"("parent_id", "archived_at", "id");

-- CreateIndex
CREATE INDEX "channels_parent_id_created_at_id_idx" ON "channels"("parent_id", "created_at", "id");

-- CreateIndex
CREATE INDEX "channels_parent_id_id_idx" ON "channels"("parent_id", "id");

-- CreateIndex
CREATE INDEX "channels_type_archived_at_idx" ON "channels"("type", "archived_at");
