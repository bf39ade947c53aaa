CREATE TABLE `audit_notes` (
	`id` binary(16) NOT NULL,
	`line_id` binary(16) NOT NULL,
	`number` int NOT NULL,
	`kind` varchar(10) NOT NULL,
	`state` varchar(10) NOT NULL,
	`text` varchar(1000),
	`user_id` binary(16) NOT NULL,
	`at` datetime(3) NOT NULL,
	`address` varchar(64),
	`device` varchar(120),
	CONSTRAINT `audit_notes_id` PRIMARY KEY(`id`),
	CONSTRAINT `audit_notes_number_uq` UNIQUE(`line_id`,`number`)
);
--> statement-breakpoint
ALTER TABLE `audit_notes` ADD CONSTRAINT `audit_notes_line_id_audit_log_id_fk` FOREIGN KEY (`line_id`) REFERENCES `audit_log`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `audit_notes` ADD CONSTRAINT `audit_notes_user_id_users_id_fk` FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX `audit_notes_state_ix` ON `audit_notes` (`state`,`line_id`,`number`);--> statement-breakpoint
CREATE INDEX `audit_log_kind_ix` ON `audit_log` (`entity`,`at`);