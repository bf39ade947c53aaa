CREATE TABLE `sample_records` (
	`record_id` binary(16) NOT NULL,
	`sample_id` binary(16) NOT NULL,
	`entity` varchar(20) NOT NULL,
	CONSTRAINT `sample_records_record_id` PRIMARY KEY(`record_id`)
);
--> statement-breakpoint
CREATE TABLE `samples` (
	`id` binary(16) NOT NULL,
	`user_id` binary(16) NOT NULL,
	`slot` int,
	`product_count` int NOT NULL,
	`entry_count` int NOT NULL,
	`removed_count` int NOT NULL DEFAULT 0,
	`kept_count` int NOT NULL DEFAULT 0,
	`loaded_at` datetime(3) NOT NULL,
	`removed_at` datetime(3),
	CONSTRAINT `samples_id` PRIMARY KEY(`id`),
	CONSTRAINT `samples_slot_uq` UNIQUE(`slot`)
);
--> statement-breakpoint
ALTER TABLE `sample_records` ADD CONSTRAINT `sample_records_sample_id_samples_id_fk` FOREIGN KEY (`sample_id`) REFERENCES `samples`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `samples` ADD CONSTRAINT `samples_user_id_users_id_fk` FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX `sample_records_sample_ix` ON `sample_records` (`sample_id`,`entity`);