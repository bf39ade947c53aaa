CREATE TABLE `server_logs` (
	`server_id` varchar(64) character set utf8mb4 collate utf8mb4_bin NOT NULL,
	`is_kept` boolean NOT NULL,
	`first_file` varchar(255) character set utf8mb4 collate utf8mb4_bin,
	`seen_at` datetime(3) NOT NULL,
	CONSTRAINT `server_logs_server_id` PRIMARY KEY(`server_id`)
);
--> statement-breakpoint
ALTER TABLE `backups` ADD `log_server` varchar(64) character set utf8mb4 collate utf8mb4_bin;--> statement-breakpoint
ALTER TABLE `backups` ADD `log_file` varchar(255) character set utf8mb4 collate utf8mb4_bin;--> statement-breakpoint
ALTER TABLE `side_copies` ADD `as_of` datetime(3);--> statement-breakpoint
ALTER TABLE `side_copies` ADD `file_name` varchar(64) character set utf8mb4 collate utf8mb4_bin;--> statement-breakpoint
ALTER TABLE `side_copies` ADD `origin_id` binary(16);--> statement-breakpoint
ALTER TABLE `side_copies` ADD `approved_by` varchar(100);