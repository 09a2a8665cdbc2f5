-- AlterEnum
ALTER TYPE "file_state" ADD VALUE 'SCANNING' AFTER 'UPLOADING';

-- AlterTable
ALTER TABLE "reports" ALTER COLUMN "reporter_id" DROP NOT NULL;
