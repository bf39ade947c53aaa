CREATE TABLE `factories` (
	`id` binary(16) NOT NULL,
	`factory_name` varchar(100) NOT NULL,
	`db_name` varchar(64) character set utf8mb4 collate utf8mb4_bin NOT NULL,
	`host` varchar(255) NOT NULL,
	`port` int NOT NULL,
	`db_user` varchar(32) character set utf8mb4 collate utf8mb4_bin NOT NULL,
	`secret` varchar(512),
	`secret_key_id` varchar(32) character set utf8mb4 collate utf8mb4_bin,
	`credential_version` int NOT NULL DEFAULT 1,
	`state` varchar(16) NOT NULL,
	`suspend_reason` varchar(255),
	`suspended_at` datetime(3),
	`plan` varchar(32) NOT NULL DEFAULT 'trial',
	`limits` json,
	`schema_version` int NOT NULL DEFAULT 0,
	`quarantine_reason` varchar(500),
	`user_count` int NOT NULL DEFAULT 0,
	`max_connections` int NOT NULL DEFAULT 5,
	`created_at` datetime(3) NOT NULL,
	`updated_at` datetime(3) NOT NULL,
	CONSTRAINT `factories_id` PRIMARY KEY(`id`),
	CONSTRAINT `factories_factory_name_uq` UNIQUE(`factory_name`),
	CONSTRAINT `factories_db_name_uq` UNIQUE(`db_name`),
	CONSTRAINT `factories_db_user_uq` UNIQUE(`db_user`)
);
--> statement-breakpoint
CREATE TABLE `registrations` (
	`factory_id` binary(16) NOT NULL,
	`factory_name` varchar(100) NOT NULL,
	`db_name` varchar(64) character set utf8mb4 collate utf8mb4_bin NOT NULL,
	`ticket_hash` varchar(64) character set utf8mb4 collate utf8mb4_bin NOT NULL,
	`admin_username` varchar(60) NOT NULL,
	`admin_name` varchar(100) NOT NULL,
	`admin_email` varchar(254),
	`admin_password_hash` varchar(255),
	`is_creating_database` boolean NOT NULL DEFAULT false,
	`has_created_database` boolean NOT NULL DEFAULT false,
	`attempts` int NOT NULL DEFAULT 0,
	`failed_step` varchar(32),
	`error` varchar(500),
	`lease_holder` varchar(100),
	`lease_until` datetime(3),
	`created_at` datetime(3) NOT NULL,
	`updated_at` datetime(3) NOT NULL,
	CONSTRAINT `registrations_factory_id` PRIMARY KEY(`factory_id`),
	CONSTRAINT `registrations_ticket_uq` UNIQUE(`ticket_hash`)
);
--> statement-breakpoint
CREATE TABLE `leases` (
	`name` varchar(100) character set utf8mb4 collate utf8mb4_bin NOT NULL,
	`holder` varchar(100) NOT NULL,
	`token` bigint NOT NULL DEFAULT 0,
	`expires_at` datetime(3) NOT NULL,
	CONSTRAINT `leases_name` PRIMARY KEY(`name`)
);
--> statement-breakpoint
CREATE TABLE `platform_audit` (
	`id` binary(16) NOT NULL,
	`at` datetime(3) NOT NULL,
	`actor` varchar(100) NOT NULL,
	`action` varchar(64) NOT NULL,
	`factory_id` binary(16),
	`detail` json,
	CONSTRAINT `platform_audit_id` PRIMARY KEY(`id`)
);
--> statement-breakpoint
CREATE TABLE `rate_limits` (
	`key` varchar(255) character set utf8mb4 collate utf8mb4_bin NOT NULL,
	`points` int NOT NULL DEFAULT 0,
	`expire` bigint,
	CONSTRAINT `rate_limits_key` PRIMARY KEY(`key`)
);
--> statement-breakpoint
CREATE INDEX `factories_state_ix` ON `factories` (`state`,`schema_version`);--> statement-breakpoint
CREATE INDEX `registrations_updated_ix` ON `registrations` (`updated_at`);--> statement-breakpoint
CREATE INDEX `registrations_db_name_ix` ON `registrations` (`db_name`);--> statement-breakpoint
CREATE INDEX `platform_audit_factory_ix` ON `platform_audit` (`factory_id`,`at`);--> statement-breakpoint
CREATE INDEX `rate_limits_expire_ix` ON `rate_limits` (`expire`);