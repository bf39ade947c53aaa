CREATE TABLE `job_runs` (
	`id` binary(16) NOT NULL,
	`name` varchar(48) character set utf8mb4 collate utf8mb4_bin NOT NULL,
	`started_at` datetime(3) NOT NULL,
	`ended_at` datetime(3) NOT NULL,
	`is_failed` boolean NOT NULL,
	`ms` int,
	`counts` json NOT NULL,
	`error` varchar(500),
	`failures` json NOT NULL,
	CONSTRAINT `job_runs_id` PRIMARY KEY(`id`)
);
--> statement-breakpoint
CREATE TABLE `job_schedules` (
	`name` varchar(48) character set utf8mb4 collate utf8mb4_bin NOT NULL,
	`cron` varchar(40) NOT NULL,
	`slot` datetime(3),
	`run_token` bigint,
	`next_run_at` datetime(3),
	`started_at` datetime(3),
	`ended_at` datetime(3),
	`succeeded_at` datetime(3),
	`is_failed` boolean NOT NULL DEFAULT false,
	`ms` int,
	`error` varchar(500),
	`failed_in_a_row` int NOT NULL DEFAULT 0,
	`runs` bigint NOT NULL DEFAULT 0,
	`failures` bigint NOT NULL DEFAULT 0,
	`asked_at` datetime(3),
	`asked_by` varchar(100),
	`paused_at` datetime(3),
	`paused_by` varchar(100),
	CONSTRAINT `job_schedules_name` PRIMARY KEY(`name`)
);
--> statement-breakpoint
CREATE TABLE `jobs` (
	`id` binary(16) NOT NULL,
	`kind` varchar(48) character set utf8mb4 collate utf8mb4_bin NOT NULL,
	`factory_id` binary(16),
	`open_key` varchar(90) character set utf8mb4 collate utf8mb4_bin,
	`payload` json NOT NULL,
	`state` varchar(16) NOT NULL,
	`step` varchar(64),
	`memo` json,
	`attempts` int NOT NULL DEFAULT 0,
	`run_at` datetime(3) NOT NULL,
	`locked_until` datetime(3),
	`token` bigint NOT NULL DEFAULT 0,
	`requested_by` varchar(100) NOT NULL,
	`result` json,
	`error` varchar(500),
	`created_at` datetime(3) NOT NULL,
	`started_at` datetime(3),
	`ended_at` datetime(3),
	CONSTRAINT `jobs_id` PRIMARY KEY(`id`),
	CONSTRAINT `jobs_open_uq` UNIQUE(`open_key`)
);
--> statement-breakpoint
CREATE INDEX `job_runs_name_ix` ON `job_runs` (`name`,`started_at`,`id`);--> statement-breakpoint
CREATE INDEX `jobs_state_ix` ON `jobs` (`state`,`run_at`);--> statement-breakpoint
CREATE INDEX `jobs_created_ix` ON `jobs` (`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `jobs_factory_ix` ON `jobs` (`factory_id`,`created_at`);