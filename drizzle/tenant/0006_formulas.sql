CREATE TABLE `formula_graph` (
	`id` int NOT NULL,
	`changes` int NOT NULL DEFAULT 0,
	CONSTRAINT `formula_graph_id` PRIMARY KEY(`id`)
);
--> statement-breakpoint
CREATE TABLE `formula_uses` (
	`variant_id` binary(16) NOT NULL,
	`version_id` binary(16) NOT NULL,
	CONSTRAINT `formula_uses_variant_id_version_id_pk` PRIMARY KEY(`variant_id`,`version_id`)
);
--> statement-breakpoint
CREATE TABLE `formula_versions` (
	`id` binary(16) NOT NULL,
	`formula_id` binary(16) NOT NULL,
	`number` int NOT NULL,
	`state` varchar(10) NOT NULL,
	`active_of` binary(16),
	`name` varchar(150),
	`note` varchar(1000),
	`output_quantity` decimal(18,6) NOT NULL,
	`components` json NOT NULL,
	`user_id` binary(16) NOT NULL,
	`created_at` datetime(3) NOT NULL,
	CONSTRAINT `formula_versions_id` PRIMARY KEY(`id`),
	CONSTRAINT `formula_versions_number_uq` UNIQUE(`formula_id`,`number`),
	CONSTRAINT `formula_versions_active_uq` UNIQUE(`active_of`)
);
--> statement-breakpoint
CREATE TABLE `product_formulas` (
	`id` binary(16) NOT NULL,
	`variant_id` binary(16) NOT NULL,
	`latest_number` int NOT NULL DEFAULT 1,
	`version` int NOT NULL DEFAULT 1,
	`created_at` datetime(3) NOT NULL,
	`updated_at` datetime(3) NOT NULL,
	`archived_at` datetime(3),
	CONSTRAINT `product_formulas_id` PRIMARY KEY(`id`),
	CONSTRAINT `product_formulas_variant_uq` UNIQUE(`variant_id`)
);
--> statement-breakpoint
ALTER TABLE `settings` ADD `make_from` varchar(12) DEFAULT 'chosen' NOT NULL;--> statement-breakpoint
ALTER TABLE `formula_uses` ADD CONSTRAINT `formula_uses_variant_id_variants_id_fk` FOREIGN KEY (`variant_id`) REFERENCES `variants`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `formula_uses` ADD CONSTRAINT `formula_uses_version_id_formula_versions_id_fk` FOREIGN KEY (`version_id`) REFERENCES `formula_versions`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `formula_versions` ADD CONSTRAINT `formula_versions_formula_id_product_formulas_id_fk` FOREIGN KEY (`formula_id`) REFERENCES `product_formulas`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `formula_versions` ADD CONSTRAINT `formula_versions_user_id_users_id_fk` FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `product_formulas` ADD CONSTRAINT `product_formulas_variant_id_variants_id_fk` FOREIGN KEY (`variant_id`) REFERENCES `variants`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX `formula_uses_version_ix` ON `formula_uses` (`version_id`);