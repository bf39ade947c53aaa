CREATE TABLE `bulk_change_rows` (
	`change_id` binary(16) NOT NULL,
	`place` int NOT NULL,
	`record_id` binary(16) NOT NULL,
	`label` varchar(300) NOT NULL,
	`version` int NOT NULL,
	`from_values` json NOT NULL,
	`to_values` json NOT NULL,
	`state` varchar(12) NOT NULL,
	`reason` json,
	CONSTRAINT `bulk_change_rows_change_id_place_pk` PRIMARY KEY(`change_id`,`place`)
);
--> statement-breakpoint
CREATE TABLE `bulk_changes` (
	`id` binary(16) NOT NULL,
	`list_name` varchar(20) NOT NULL,
	`user_id` binary(16) NOT NULL,
	`state` varchar(12) NOT NULL,
	`wanted` json NOT NULL,
	`created_at` datetime(3) NOT NULL,
	`updated_at` datetime(3) NOT NULL,
	CONSTRAINT `bulk_changes_id` PRIMARY KEY(`id`)
);
--> statement-breakpoint
ALTER TABLE `bulk_change_rows` ADD CONSTRAINT `bulk_change_rows_change_id_bulk_changes_id_fk` FOREIGN KEY (`change_id`) REFERENCES `bulk_changes`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `bulk_changes` ADD CONSTRAINT `bulk_changes_user_id_users_id_fk` FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX `bulk_change_rows_state_ix` ON `bulk_change_rows` (`change_id`,`state`,`place`);--> statement-breakpoint
CREATE INDEX `bulk_changes_created_ix` ON `bulk_changes` (`created_at`,`id`);