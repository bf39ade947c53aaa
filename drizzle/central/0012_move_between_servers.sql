CREATE TABLE `database_servers` (
	`name` varchar(32) character set utf8mb4 collate utf8mb4_bin NOT NULL,
	`host` varchar(255) NOT NULL,
	`port` int NOT NULL,
	`version` varchar(100),
	`max_connections` int,
	`error` varchar(500),
	`seen_at` datetime(3) NOT NULL,
	CONSTRAINT `database_servers_name` PRIMARY KEY(`name`)
);
--> statement-breakpoint
CREATE TABLE `factory_moves` (
	`id` binary(16) NOT NULL,
	`factory_id` binary(16) NOT NULL,
	`from_server` varchar(32) character set utf8mb4 collate utf8mb4_bin NOT NULL,
	`to_server` varchar(32) character set utf8mb4 collate utf8mb4_bin NOT NULL,
	`state` varchar(16) NOT NULL,
	`former_state` varchar(16) NOT NULL,
	`has_begun` boolean NOT NULL DEFAULT false,
	`requested_by` varchar(100) NOT NULL,
	`row_count` bigint,
	`reason` varchar(500),
	`started_at` datetime(3) NOT NULL,
	`closed_at` datetime(3),
	`opened_at` datetime(3),
	`kept_at` datetime(3),
	`kept_until` datetime(3),
	`ended_at` datetime(3),
	CONSTRAINT `factory_moves_id` PRIMARY KEY(`id`)
);
--> statement-breakpoint
ALTER TABLE `backups` ADD `scratch_server` varchar(32) character set utf8mb4 collate utf8mb4_bin;--> statement-breakpoint
ALTER TABLE `factories` ADD `server` varchar(32) character set utf8mb4 collate utf8mb4_bin DEFAULT 'main' NOT NULL;--> statement-breakpoint
CREATE INDEX `factory_moves_factory_ix` ON `factory_moves` (`factory_id`,`started_at`);--> statement-breakpoint
CREATE INDEX `factory_moves_state_ix` ON `factory_moves` (`state`,`started_at`);