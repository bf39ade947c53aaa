CREATE TABLE `alerts` (
	`id` binary(16) NOT NULL,
	`kind` varchar(20) NOT NULL,
	`state` varchar(12) NOT NULL,
	`variant_id` binary(16) NOT NULL,
	`location_id` binary(16),
	`open_key` varchar(96) character set utf8mb4 collate utf8mb4_bin,
	`is_open` int NOT NULL DEFAULT 1,
	`urgency` int NOT NULL,
	`on_hand` decimal(18,6),
	`limit_quantity` decimal(18,6),
	`details` json,
	`posting_id` binary(16),
	`raised_at` datetime(3) NOT NULL,
	`acknowledged_at` datetime(3),
	`acknowledged_by` binary(16),
	`resolved_at` datetime(3),
	`resolved_by` binary(16),
	CONSTRAINT `alerts_id` PRIMARY KEY(`id`),
	CONSTRAINT `alerts_open_uq` UNIQUE(`open_key`)
);
--> statement-breakpoint
CREATE TABLE `location_minimums` (
	`variant_id` binary(16) NOT NULL,
	`location_id` binary(16) NOT NULL,
	`minimum` decimal(18,6) NOT NULL,
	`updated_at` datetime(3) NOT NULL,
	CONSTRAINT `location_minimums_variant_id_location_id_pk` PRIMARY KEY(`variant_id`,`location_id`)
);
--> statement-breakpoint
CREATE TABLE `notification_preferences` (
	`user_id` binary(16) NOT NULL,
	`kind` varchar(20) NOT NULL,
	`in_app` int NOT NULL,
	`email` int NOT NULL,
	CONSTRAINT `notification_preferences_user_id_kind_pk` PRIMARY KEY(`user_id`,`kind`)
);
--> statement-breakpoint
CREATE TABLE `notifications` (
	`id` binary(16) NOT NULL,
	`user_id` binary(16) NOT NULL,
	`kind` varchar(20) NOT NULL,
	`alert_id` binary(16),
	`alert_count` int NOT NULL DEFAULT 1,
	`created_at` datetime(3) NOT NULL,
	`read_at` datetime(3),
	CONSTRAINT `notifications_id` PRIMARY KEY(`id`),
	CONSTRAINT `notifications_alert_uq` UNIQUE(`user_id`,`alert_id`)
);
--> statement-breakpoint
CREATE TABLE `outbox_emails` (
	`id` binary(16) NOT NULL,
	`to_address` varchar(254) NOT NULL,
	`subject` varchar(200) NOT NULL,
	`body` varchar(4000) NOT NULL,
	`path` varchar(200),
	`state` varchar(8) NOT NULL DEFAULT 'QUEUED',
	`attempts` int NOT NULL DEFAULT 0,
	`due_at` datetime(3) NOT NULL,
	`last_error` varchar(300),
	`created_at` datetime(3) NOT NULL,
	`sent_at` datetime(3),
	CONSTRAINT `outbox_emails_id` PRIMARY KEY(`id`)
);
--> statement-breakpoint
ALTER TABLE `variants` ADD `maximum_stock` decimal(18,6);--> statement-breakpoint
ALTER TABLE `alerts` ADD CONSTRAINT `alerts_variant_id_variants_id_fk` FOREIGN KEY (`variant_id`) REFERENCES `variants`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `alerts` ADD CONSTRAINT `alerts_location_id_locations_id_fk` FOREIGN KEY (`location_id`) REFERENCES `locations`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `alerts` ADD CONSTRAINT `alerts_posting_id_postings_id_fk` FOREIGN KEY (`posting_id`) REFERENCES `postings`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `alerts` ADD CONSTRAINT `alerts_acknowledged_by_users_id_fk` FOREIGN KEY (`acknowledged_by`) REFERENCES `users`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `alerts` ADD CONSTRAINT `alerts_resolved_by_users_id_fk` FOREIGN KEY (`resolved_by`) REFERENCES `users`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `location_minimums` ADD CONSTRAINT `location_minimums_variant_id_variants_id_fk` FOREIGN KEY (`variant_id`) REFERENCES `variants`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `location_minimums` ADD CONSTRAINT `location_minimums_location_id_locations_id_fk` FOREIGN KEY (`location_id`) REFERENCES `locations`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `notification_preferences` ADD CONSTRAINT `notification_preferences_user_id_users_id_fk` FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `notifications` ADD CONSTRAINT `notifications_user_id_users_id_fk` FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `notifications` ADD CONSTRAINT `notifications_alert_id_alerts_id_fk` FOREIGN KEY (`alert_id`) REFERENCES `alerts`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX `alerts_list_ix` ON `alerts` (`is_open`,`urgency`,`raised_at`,`id`,`state`);--> statement-breakpoint
CREATE INDEX `alerts_resolved_ix` ON `alerts` (`is_open`,`resolved_at`,`id`);--> statement-breakpoint
CREATE INDEX `alerts_variant_ix` ON `alerts` (`variant_id`,`is_open`);--> statement-breakpoint
CREATE INDEX `alerts_location_ix` ON `alerts` (`location_id`,`is_open`);--> statement-breakpoint
CREATE INDEX `location_minimums_location_ix` ON `location_minimums` (`location_id`,`variant_id`);--> statement-breakpoint
CREATE INDEX `notifications_list_ix` ON `notifications` (`user_id`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `notifications_unread_ix` ON `notifications` (`user_id`,`read_at`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `notifications_about_ix` ON `notifications` (`alert_id`,`read_at`);--> statement-breakpoint
CREATE INDEX `notifications_read_ix` ON `notifications` (`read_at`);--> statement-breakpoint
CREATE INDEX `outbox_emails_due_ix` ON `outbox_emails` (`state`,`due_at`,`id`);