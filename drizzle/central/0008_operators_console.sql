CREATE TABLE `factory_calls` (
	`factory_id` binary(16) NOT NULL,
	`slot_at` datetime(3) NOT NULL,
	`calls` int NOT NULL,
	`failed` int NOT NULL,
	`step_0` int NOT NULL,
	`step_1` int NOT NULL,
	`step_2` int NOT NULL,
	`step_3` int NOT NULL,
	`step_4` int NOT NULL,
	`step_5` int NOT NULL,
	`step_6` int NOT NULL,
	`step_7` int NOT NULL,
	`step_8` int NOT NULL,
	`step_9` int NOT NULL,
	CONSTRAINT `factory_calls_factory_id_slot_at_pk` PRIMARY KEY(`factory_id`,`slot_at`)
);
--> statement-breakpoint
CREATE TABLE `factory_figures` (
	`factory_id` binary(16) NOT NULL,
	`size_bytes` bigint,
	`measured_at` datetime(3),
	`last_active_at` datetime(3),
	CONSTRAINT `factory_figures_factory_id` PRIMARY KEY(`factory_id`)
);
--> statement-breakpoint
CREATE TABLE `platform_settings` (
	`name` varchar(40) character set utf8mb4 collate utf8mb4_bin NOT NULL,
	`value` varchar(200) NOT NULL,
	`updated_at` datetime(3) NOT NULL,
	CONSTRAINT `platform_settings_name` PRIMARY KEY(`name`)
);
--> statement-breakpoint
CREATE TABLE `operator_factories` (
	`operator_id` binary(16) NOT NULL,
	`factory_id` binary(16) NOT NULL,
	CONSTRAINT `operator_factories_operator_id_factory_id_pk` PRIMARY KEY(`operator_id`,`factory_id`)
);
--> statement-breakpoint
CREATE TABLE `operator_recovery_codes` (
	`operator_id` binary(16) NOT NULL,
	`code_hash` varchar(64) character set utf8mb4 collate utf8mb4_bin NOT NULL,
	`used_at` datetime(3),
	CONSTRAINT `operator_recovery_codes_operator_id_code_hash_pk` PRIMARY KEY(`operator_id`,`code_hash`)
);
--> statement-breakpoint
CREATE TABLE `operator_sessions` (
	`id` varchar(64) character set utf8mb4 collate utf8mb4_bin NOT NULL,
	`public_id` binary(16) NOT NULL,
	`operator_id` binary(16) NOT NULL,
	`session_version` int NOT NULL,
	`device` varchar(120) NOT NULL,
	`address` varchar(64) NOT NULL,
	`created_at` datetime(3) NOT NULL,
	`last_seen_at` datetime(3) NOT NULL,
	`ends_at` datetime(3) NOT NULL,
	`revoked_at` datetime(3),
	CONSTRAINT `operator_sessions_id` PRIMARY KEY(`id`),
	CONSTRAINT `operator_sessions_public_uq` UNIQUE(`public_id`)
);
--> statement-breakpoint
CREATE TABLE `operators` (
	`id` binary(16) NOT NULL,
	`username` varchar(60) character set utf8mb4 collate utf8mb4_bin NOT NULL,
	`name` varchar(100) NOT NULL,
	`role` varchar(16) NOT NULL,
	`password_hash` varchar(255),
	`secret` varchar(512),
	`secret_key_id` varchar(32) character set utf8mb4 collate utf8mb4_bin,
	`last_step` bigint NOT NULL DEFAULT 0,
	`link_hash` varchar(64) character set utf8mb4 collate utf8mb4_bin,
	`link_expires_at` datetime(3),
	`is_active` boolean NOT NULL DEFAULT true,
	`session_version` int NOT NULL DEFAULT 1,
	`created_at` datetime(3) NOT NULL,
	`updated_at` datetime(3) NOT NULL,
	`last_seen_at` datetime(3),
	CONSTRAINT `operators_id` PRIMARY KEY(`id`),
	CONSTRAINT `operators_username_uq` UNIQUE(`username`)
);
--> statement-breakpoint
DROP INDEX `platform_audit_factory_ix` ON `platform_audit`;--> statement-breakpoint
CREATE INDEX `factory_calls_slot_ix` ON `factory_calls` (`slot_at`);--> statement-breakpoint
CREATE INDEX `factory_figures_size_ix` ON `factory_figures` (`size_bytes`,`factory_id`);--> statement-breakpoint
CREATE INDEX `factory_figures_active_ix` ON `factory_figures` (`last_active_at`,`factory_id`);--> statement-breakpoint
CREATE INDEX `operator_sessions_operator_ix` ON `operator_sessions` (`operator_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `operator_sessions_ends_ix` ON `operator_sessions` (`ends_at`);--> statement-breakpoint
CREATE INDEX `factories_created_ix` ON `factories` (`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `factories_people_ix` ON `factories` (`user_count`,`id`);--> statement-breakpoint
CREATE INDEX `platform_audit_at_ix` ON `platform_audit` (`at`,`id`);--> statement-breakpoint
CREATE INDEX `platform_audit_actor_ix` ON `platform_audit` (`actor`,`at`,`id`);--> statement-breakpoint
CREATE INDEX `platform_audit_action_ix` ON `platform_audit` (`action`,`at`,`id`);--> statement-breakpoint
CREATE INDEX `platform_audit_factory_ix` ON `platform_audit` (`factory_id`,`at`,`id`);