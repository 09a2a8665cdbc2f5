-- CreateTable
CREATE TABLE "raids" (
    "server_id" BIGINT NOT NULL,
    "rule_id" BIGINT,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL,
    "invites_paused" BOOLEAN NOT NULL,

    CONSTRAINT "raids_pkey" PRIMARY KEY ("server_id")
);

-- AddForeignKey
ALTER TABLE "raids" ADD CONSTRAINT "raids_server_id_fkey" FOREIGN KEY ("server_id") REFERENCES "servers"("id") ON DELETE CASCADE ON UPDATE CASCADE;
