CREATE TABLE `default_views` (
	`user_id` binary(16) NOT NULL,
	`list` varchar(20) NOT NULL,
	`view_id` binary(16) NOT NULL,
	CONSTRAINT `default_views_user_id_list_pk` PRIMARY KEY(`user_id`,`list`)
);
--> statement-breakpoint
CREATE TABLE `saved_views` (
	`id` binary(16) NOT NULL,
	`list` varchar(20) NOT NULL,
	`owner_id` binary(16) NOT NULL,
	`name` varchar(60) NOT NULL,
	`taken_name` varchar(60),
	`is_shared` int NOT NULL,
	`view_query` json NOT NULL,
	`view_columns` json,
	`version` int NOT NULL DEFAULT 1,
	`created_at` datetime(3) NOT NULL,
	`updated_at` datetime(3) NOT NULL,
	`archived_at` datetime(3),
	CONSTRAINT `saved_views_id` PRIMARY KEY(`id`),
	CONSTRAINT `saved_views_name_uq` UNIQUE(`owner_id`,`list`,`taken_name`)
);
--> statement-breakpoint
ALTER TABLE `default_views` ADD CONSTRAINT `default_views_user_id_users_id_fk` FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `default_views` ADD CONSTRAINT `default_views_view_id_saved_views_id_fk` FOREIGN KEY (`view_id`) REFERENCES `saved_views`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `saved_views` ADD CONSTRAINT `saved_views_owner_id_users_id_fk` FOREIGN KEY (`owner_id`) REFERENCES `users`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX `saved_views_list_ix` ON `saved_views` (`list`,`archived_at`,`name`,`id`);--> statement-breakpoint
CREATE INDEX `products_list_price_ix` ON `products` (`is_archived`,`price`,`id`);--> statement-breakpoint
CREATE INDEX `products_in_code_ix` ON `products` (`is_archived`,`category`,`code`);--> statement-breakpoint
CREATE INDEX `products_in_name_ix` ON `products` (`is_archived`,`category`,`name`,`id`);--> statement-breakpoint
CREATE INDEX `products_in_updated_ix` ON `products` (`is_archived`,`category`,`updated_at`,`id`);--> statement-breakpoint
CREATE INDEX `products_in_price_ix` ON `products` (`is_archived`,`category`,`price`,`id`);