-- AlterTable
ALTER TABLE "read_states" ADD COLUMN     "private_read_seq" INTEGER;
