CREATE TABLE `outbox_marks` (
	`factory_id` binary(16) NOT NULL,
	`kind` varchar(12) character set utf8mb4 collate utf8mb4_bin NOT NULL,
	`due_at` datetime(3) NOT NULL,
	`mark` bigint NOT NULL,
	CONSTRAINT `outbox_marks_factory_id_kind_pk` PRIMARY KEY(`factory_id`,`kind`)
);
--> statement-breakpoint
CREATE INDEX `outbox_marks_due_ix` ON `outbox_marks` (`kind`,`due_at`);