CREATE TABLE `side_copies` (
	`id` binary(16) NOT NULL,
	`factory_id` binary(16) NOT NULL,
	`kind` varchar(12) NOT NULL,
	`state` varchar(16) NOT NULL,
	`step` varchar(16),
	`backup_id` binary(16),
	`db_name` varchar(64) character set utf8mb4 collate utf8mb4_bin NOT NULL,
	`db_user` varchar(32) character set utf8mb4 collate utf8mb4_bin,
	`secret` varchar(512),
	`secret_key_id` varchar(32) character set utf8mb4 collate utf8mb4_bin,
	`schema_version` int,
	`saved_at` datetime(3),
	`bytes` bigint NOT NULL DEFAULT 0,
	`of_bytes` bigint,
	`row_count` bigint,
	`requested_by` varchar(100),
	`switched_by` varchar(100),
	`safety_backup_id` binary(16),
	`kept_id` binary(16),
	`closed_at` datetime(3),
	`attempts` int NOT NULL DEFAULT 0,
	`reason` varchar(500),
	`requested_at` datetime(3) NOT NULL,
	`ready_at` datetime(3),
	`expires_at` datetime(3),
	`ended_at` datetime(3),
	CONSTRAINT `side_copies_id` PRIMARY KEY(`id`)
);
--> statement-breakpoint
CREATE INDEX `side_copies_factory_ix` ON `side_copies` (`factory_id`,`requested_at`,`id`);--> statement-breakpoint
CREATE INDEX `side_copies_state_ix` ON `side_copies` (`state`,`requested_at`);