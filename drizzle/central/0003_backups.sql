CREATE TABLE `backups` (
	`id` binary(16) NOT NULL,
	`subject` varchar(36) character set utf8mb4 collate utf8mb4_bin NOT NULL,
	`slot` varchar(20) character set utf8mb4 collate utf8mb4_bin,
	`state` varchar(16) NOT NULL,
	`requested_by` varchar(100),
	`file_name` varchar(64) character set utf8mb4 collate utf8mb4_bin,
	`scratch_name` varchar(64) character set utf8mb4 collate utf8mb4_bin,
	`schema_version` int,
	`server_version` varchar(100),
	`key_id` varchar(32) character set utf8mb4 collate utf8mb4_bin,
	`table_count` int,
	`row_count` bigint,
	`plain_bytes` bigint,
	`stored_bytes` bigint,
	`sha256` varchar(64) character set utf8mb4 collate utf8mb4_bin,
	`reason` varchar(500),
	`checks` int NOT NULL DEFAULT 0,
	`requested_at` datetime(3) NOT NULL,
	`started_at` datetime(3),
	`stored_at` datetime(3),
	`verified_at` datetime(3),
	CONSTRAINT `backups_id` PRIMARY KEY(`id`),
	CONSTRAINT `backups_slot_uq` UNIQUE(`subject`,`slot`)
);
--> statement-breakpoint
CREATE INDEX `backups_subject_ix` ON `backups` (`subject`,`requested_at`,`id`);--> statement-breakpoint
CREATE INDEX `backups_state_ix` ON `backups` (`state`,`requested_at`);