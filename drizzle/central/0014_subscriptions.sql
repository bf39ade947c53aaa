ALTER TABLE `factories` ADD `subscription` varchar(16) DEFAULT 'ACTIVE' NOT NULL;--> statement-breakpoint
ALTER TABLE `factories` ADD `period_ends_at` datetime(3);--> statement-breakpoint
ALTER TABLE `factories` ADD `modules_off` json;--> statement-breakpoint
CREATE INDEX `factories_period_ix` ON `factories` (`period_ends_at`,`id`);