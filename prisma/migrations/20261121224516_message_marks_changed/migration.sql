-- AlterTable
ALTER TABLE "message_marks" ADD COLUMN     "changed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;

-- CreateIndex
CREATE INDEX "message_marks_user_id_changed_at_idx" ON "message_marks"("user_id", "changed_at");
