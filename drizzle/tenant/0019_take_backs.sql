CREATE TABLE `take_backs` (
	`id` binary(16) NOT NULL,
	`copy_id` binary(16) NOT NULL,
	`copy_at` datetime(3) NOT NULL,
	`user_id` binary(16) NOT NULL,
	`records` json NOT NULL,
	`is_undone` int NOT NULL DEFAULT 0,
	`created_at` datetime(3) NOT NULL,
	`updated_at` datetime(3) NOT NULL,
	CONSTRAINT `take_backs_id` PRIMARY KEY(`id`)
);
--> statement-breakpoint
ALTER TABLE `take_backs` ADD CONSTRAINT `take_backs_user_id_users_id_fk` FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX `take_backs_created_ix` ON `take_backs` (`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `take_backs_user_ix` ON `take_backs` (`user_id`);