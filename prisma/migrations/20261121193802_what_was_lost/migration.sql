-- AlterTable
ALTER TABLE "audit_log_entries" ADD COLUMN     "lost" JSONB;

-- CreateIndex
CREATE INDEX "joins_server_id_user_id_idx" ON "joins"("server_id", "user_id");
