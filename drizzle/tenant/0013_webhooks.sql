CREATE TABLE `webhook_attempts` (
	`id` binary(16) NOT NULL,
	`delivery_id` binary(16) NOT NULL,
	`number` int NOT NULL,
	`at` datetime(3) NOT NULL,
	`duration_ms` int NOT NULL,
	`status` int,
	`error` varchar(60),
	`answer` varchar(1000),
	CONSTRAINT `webhook_attempts_id` PRIMARY KEY(`id`),
	CONSTRAINT `webhook_attempts_number_uq` UNIQUE(`delivery_id`,`number`)
);
--> statement-breakpoint
CREATE TABLE `webhook_deliveries` (
	`id` binary(16) NOT NULL,
	`event_id` binary(16) NOT NULL,
	`endpoint_id` binary(16) NOT NULL,
	`replay_id` binary(16) NOT NULL,
	`type` varchar(40) character set utf8mb4 collate utf8mb4_bin NOT NULL,
	`state` varchar(10) NOT NULL,
	`attempts` int NOT NULL DEFAULT 0,
	`due_at` datetime(3) NOT NULL,
	`created_at` datetime(3) NOT NULL,
	`finished_at` datetime(3),
	`last_status` int,
	`last_error` varchar(60),
	`last_duration_ms` int,
	CONSTRAINT `webhook_deliveries_id` PRIMARY KEY(`id`),
	CONSTRAINT `webhook_deliveries_once_uq` UNIQUE(`endpoint_id`,`replay_id`,`event_id`)
);
--> statement-breakpoint
CREATE TABLE `webhook_endpoints` (
	`id` binary(16) NOT NULL,
	`url` varchar(500) character set utf8mb4 collate utf8mb4_bin NOT NULL,
	`description` varchar(200),
	`events` json NOT NULL,
	`is_active` boolean NOT NULL DEFAULT true,
	`version` int NOT NULL DEFAULT 1,
	`secret` varchar(255) NOT NULL,
	`secret_key_id` varchar(32) character set utf8mb4 collate utf8mb4_bin NOT NULL,
	`former_secret` varchar(255),
	`former_secret_key_id` varchar(32) character set utf8mb4 collate utf8mb4_bin,
	`former_until` datetime(3),
	`failures` int NOT NULL DEFAULT 0,
	`failing_since` datetime(3),
	`retry_at` datetime(3),
	`last_delivered_at` datetime(3),
	`disabled_at` datetime(3),
	`created_by` binary(16) NOT NULL,
	`created_at` datetime(3) NOT NULL,
	`updated_at` datetime(3) NOT NULL,
	`removed_at` datetime(3),
	CONSTRAINT `webhook_endpoints_id` PRIMARY KEY(`id`)
);
--> statement-breakpoint
CREATE TABLE `webhook_events` (
	`id` binary(16) NOT NULL,
	`type` varchar(40) character set utf8mb4 collate utf8mb4_bin NOT NULL,
	`at` datetime(3) NOT NULL,
	`body` mediumtext character set utf8mb4 collate utf8mb4_bin NOT NULL,
	CONSTRAINT `webhook_events_id` PRIMARY KEY(`id`)
);
--> statement-breakpoint
ALTER TABLE `webhook_attempts` ADD CONSTRAINT `webhook_attempts_delivery_id_webhook_deliveries_id_fk` FOREIGN KEY (`delivery_id`) REFERENCES `webhook_deliveries`(`id`) ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `webhook_deliveries` ADD CONSTRAINT `webhook_deliveries_event_id_webhook_events_id_fk` FOREIGN KEY (`event_id`) REFERENCES `webhook_events`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `webhook_endpoints` ADD CONSTRAINT `webhook_endpoints_created_by_users_id_fk` FOREIGN KEY (`created_by`) REFERENCES `users`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX `webhook_deliveries_due_ix` ON `webhook_deliveries` (`endpoint_id`,`state`,`due_at`,`id`);--> statement-breakpoint
CREATE INDEX `webhook_deliveries_event_ix` ON `webhook_deliveries` (`event_id`);--> statement-breakpoint
CREATE INDEX `webhook_deliveries_list_ix` ON `webhook_deliveries` (`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `webhook_deliveries_state_ix` ON `webhook_deliveries` (`state`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `webhook_deliveries_endpoint_ix` ON `webhook_deliveries` (`endpoint_id`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `webhook_endpoints_list_ix` ON `webhook_endpoints` (`removed_at`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `webhook_events_at_ix` ON `webhook_events` (`at`,`id`);