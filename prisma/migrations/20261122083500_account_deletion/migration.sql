-- AlterTable
ALTER TABLE "users" ADD COLUMN     "deleted_at" TIMESTAMPTZ(3),
ADD COLUMN     "erased_at" TIMESTAMPTZ(3),
ADD COLUMN     "erases_messages" BOOLEAN NOT NULL DEFAULT false;

-- Accounts of which something is left to take away.
CREATE INDEX "users_to_erase" ON "users" ("id") WHERE "deleted_at" IS NOT NULL AND "erased_at" IS NULL;
