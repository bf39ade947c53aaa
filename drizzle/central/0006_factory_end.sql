ALTER TABLE `factories` ADD `archived_at` datetime(3);--> statement-breakpoint
ALTER TABLE `factories` ADD `deleted_at` datetime(3);