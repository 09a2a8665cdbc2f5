-- CreateTable
CREATE TABLE "kept_timeouts" (
    "server_id" BIGINT NOT NULL,
    "user_id" BIGINT NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "kept_timeouts_pkey" PRIMARY KEY ("server_id","user_id")
);

-- AddForeignKey
ALTER TABLE "kept_timeouts" ADD CONSTRAINT "kept_timeouts_server_id_fkey" FOREIGN KEY ("server_id") REFERENCES "servers"("id") ON DELETE CASCADE ON UPDATE CASCADE;
