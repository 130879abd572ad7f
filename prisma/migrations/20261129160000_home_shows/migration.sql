-- What somebody's Home shows stays chosen, also where it is drawn by itself.
ALTER TABLE "people" ADD COLUMN "home" TEXT NOT NULL DEFAULT 'all';
