-- AlterTable
ALTER TABLE "servers" ADD COLUMN     "banner" TEXT;

-- AlterTable
ALTER TABLE "users" ADD COLUMN     "banner" TEXT;

-- Of what somebody brought, what stands in no message and belongs to no server goes with them: a banner is theirs or a server's.
CREATE OR REPLACE FUNCTION "users_take_files"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM "files" WHERE "owner_id" = OLD."id" AND "message_id" IS NULL
    AND ("kind" IN ('ATTACHMENT', 'AVATAR') OR "kind" = 'BANNER' AND "server_id" IS NULL);
  RETURN OLD;
END
$$;
