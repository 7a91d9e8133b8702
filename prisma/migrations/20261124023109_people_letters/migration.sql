-- AlterEnum
ALTER TYPE "message_kind" ADD VALUE 'people';
