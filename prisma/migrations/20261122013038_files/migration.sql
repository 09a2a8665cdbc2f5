-- CreateEnum
CREATE TYPE "file_kind" AS ENUM ('EMOJI', 'STICKER');

-- CreateEnum
CREATE TYPE "expression_type" AS ENUM ('EMOJI', 'STICKER');

-- CreateTable
CREATE TABLE "files" (
    "id" BIGINT NOT NULL,
    "kind" "file_kind" NOT NULL,
    "owner_id" BIGINT,
    "server_id" BIGINT,
    "variants" JSONB NOT NULL,
    "bytes" BIGINT NOT NULL,
    "ready_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "files_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "file_removals" (
    "file_id" BIGINT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "file_removals_pkey" PRIMARY KEY ("file_id")
);

-- CreateTable
CREATE TABLE "expressions" (
    "id" BIGINT NOT NULL,
    "server_id" BIGINT NOT NULL,
    "type" "expression_type" NOT NULL,
    "name" TEXT NOT NULL,
    "animated" BOOLEAN NOT NULL,
    "creator_id" BIGINT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "expressions_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "files_owner_id_idx" ON "files"("owner_id");

-- CreateIndex
CREATE INDEX "files_server_id_idx" ON "files"("server_id");

-- CreateIndex
CREATE INDEX "file_removals_created_at_idx" ON "file_removals"("created_at");

-- CreateIndex
CREATE INDEX "expressions_server_id_type_id_idx" ON "expressions"("server_id", "type", "id");

-- CreateIndex
CREATE INDEX "expressions_creator_id_idx" ON "expressions"("creator_id");

-- AddForeignKey
ALTER TABLE "files" ADD CONSTRAINT "files_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "files" ADD CONSTRAINT "files_server_id_fkey" FOREIGN KEY ("server_id") REFERENCES "servers"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "expressions" ADD CONSTRAINT "expressions_id_fkey" FOREIGN KEY ("id") REFERENCES "files"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "expressions" ADD CONSTRAINT "expressions_server_id_fkey" FOREIGN KEY ("server_id") REFERENCES "servers"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "expressions" ADD CONSTRAINT "expressions_creator_id_fkey" FOREIGN KEY ("creator_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- Files that were never finished, which are few.
CREATE INDEX "files_unready" ON "files"("created_at") WHERE "ready_at" IS NULL;

-- Capitals do not make another name.
CREATE UNIQUE INDEX "expressions_names" ON "expressions"("server_id", "type", lower("name"));

-- Whatever deletes a file, also the end of its server, leaves behind what is to leave the store.
CREATE FUNCTION "files_leave"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "file_removals" ("file_id") VALUES (OLD."id") ON CONFLICT DO NOTHING;
  RETURN NULL;
END
$$;
CREATE TRIGGER "files_leave" AFTER DELETE ON "files" FOR EACH ROW EXECUTE FUNCTION "files_leave"();
