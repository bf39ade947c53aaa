CREATE TABLE `feed` (
	`id` bigint AUTO_INCREMENT NOT NULL,
	`number` bigint,
	`at` datetime(3) NOT NULL,
	`topic` varchar(20) NOT NULL,
	`detail` text NOT NULL,
	CONSTRAINT `feed_id` PRIMARY KEY(`id`)
);
--> statement-breakpoint
CREATE TABLE `feed_state` (
	`id` int NOT NULL,
	`number` bigint NOT NULL,
	CONSTRAINT `feed_state_id` PRIMARY KEY(`id`)
);
--> statement-breakpoint
CREATE INDEX `feed_number_ix` ON `feed` (`number`);