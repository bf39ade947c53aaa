CREATE TABLE `api_keys` (
	`id` binary(16) NOT NULL,
	`name` varchar(100) NOT NULL,
	`secret_hash` varchar(64) character set utf8mb4 collate utf8mb4_bin NOT NULL,
	`ending` varchar(4) character set utf8mb4 collate utf8mb4_bin NOT NULL,
	`scopes` json NOT NULL,
	`user_id` binary(16) NOT NULL,
	`created_at` datetime(3) NOT NULL,
	`expires_at` datetime(3),
	`last_used_at` datetime(3),
	`revoked_at` datetime(3),
	CONSTRAINT `api_keys_id` PRIMARY KEY(`id`),
	CONSTRAINT `api_keys_secret_uq` UNIQUE(`secret_hash`)
);
--> statement-breakpoint
ALTER TABLE `api_keys` ADD CONSTRAINT `api_keys_user_id_users_id_fk` FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX `api_keys_created_ix` ON `api_keys` (`created_at`,`id`);