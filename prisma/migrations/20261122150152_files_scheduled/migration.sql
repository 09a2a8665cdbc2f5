-- Files of messages that wait for their time. Whatever becomes of such a message, its files are then like any others that were not sent.
ALTER TABLE "files" ADD COLUMN     "scheduled_id" BIGINT;

-- AddForeignKey
ALTER TABLE "files" ADD CONSTRAINT "files_scheduled_id_fkey" FOREIGN KEY ("scheduled_id") REFERENCES "scheduled_messages"("id") ON DELETE SET NULL ON UPDATE CASCADE;

CREATE INDEX "files_scheduled" ON "files" ("scheduled_id") WHERE "scheduled_id" IS NOT NULL;
