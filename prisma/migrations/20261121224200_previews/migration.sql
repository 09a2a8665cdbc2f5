-- CreateTable
CREATE TABLE "link_previews" (
    "url" TEXT NOT NULL,
    "preview" JSONB,
    "fetched_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "link_previews_pkey" PRIMARY KEY ("url")
);

-- CreateTable
CREATE TABLE "preview_images" (
    "url" TEXT NOT NULL,
    "content_type" TEXT NOT NULL,
    "data" BYTEA,
    "size" INTEGER NOT NULL,
    "fetched_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "preview_images_pkey" PRIMARY KEY ("url")
);

-- CreateIndex
CREATE INDEX "link_previews_fetched_at_idx" ON "link_previews"("fetched_at");

-- What is kept is summed up from the newest on, whenever more comes.
CREATE INDEX "preview_images_kept_idx" ON "preview_images"("fetched_at" DESC) INCLUDE ("size");

-- Pictures are packed already.
ALTER TABLE "preview_images" ALTER COLUMN "data" SET STORAGE EXTERNAL;
