CREATE TABLE `support_grants` (
	`id` binary(16) NOT NULL,
	`factory_id` binary(16) NOT NULL,
	`reason` varchar(255) NOT NULL,
	`granted_by` binary(16) NOT NULL,
	`granted_by_name` varchar(100) NOT NULL,
	`granted_at` datetime(3) NOT NULL,
	`expires_at` datetime(3) NOT NULL,
	`ended_at` datetime(3),
	CONSTRAINT `support_grants_id` PRIMARY KEY(`id`)
);
--> statement-breakpoint
CREATE TABLE `support_sessions` (
	`id` varchar(64) character set utf8mb4 collate utf8mb4_bin NOT NULL,
	`public_id` binary(16) NOT NULL,
	`grant_id` binary(16) NOT NULL,
	`factory_id` binary(16) NOT NULL,
	`operator_session_id` binary(16) NOT NULL,
	`operator_name` varchar(100) NOT NULL,
	`device` varchar(120) NOT NULL,
	`address` varchar(64) NOT NULL,
	`entered_at` datetime(3) NOT NULL,
	`last_seen_at` datetime(3) NOT NULL,
	`left_at` datetime(3),
	CONSTRAINT `support_sessions_id` PRIMARY KEY(`id`),
	CONSTRAINT `support_sessions_public_uq` UNIQUE(`public_id`)
);
--> statement-breakpoint
CREATE INDEX `support_grants_factory_ix` ON `support_grants` (`factory_id`,`granted_at`,`id`);--> statement-breakpoint
CREATE INDEX `support_sessions_factory_ix` ON `support_sessions` (`factory_id`,`entered_at`);