-- version 22: the migrations of this folder in one. Written by pnpm db:new.
CREATE TABLE `alerts` (
	`id` binary(16) NOT NULL,
	`kind` varchar(20) NOT NULL,
	`state` varchar(12) NOT NULL,
	`variant_id` binary(16) NOT NULL,
	`location_id` binary(16),
	`open_key` varchar(96) character set utf8mb4 collate utf8mb4_bin,
	`is_open` int NOT NULL DEFAULT 1,
	`urgency` int NOT NULL,
	`on_hand` decimal(18,6),
	`limit_quantity` decimal(18,6),
	`details` json,
	`posting_id` binary(16),
	`raised_at` datetime(3) NOT NULL,
	`acknowledged_at` datetime(3),
	`acknowledged_by` binary(16),
	`resolved_at` datetime(3),
	`resolved_by` binary(16),
	CONSTRAINT `alerts_id` PRIMARY KEY(`id`),
	CONSTRAINT `alerts_open_uq` UNIQUE(`open_key`),
	CONSTRAINT `alerts_variant_id_variants_id_fk` FOREIGN KEY (`variant_id`) REFERENCES `variants`(`id`) ON DELETE no action ON UPDATE no action,
	CONSTRAINT `alerts_location_id_locations_id_fk` FOREIGN KEY (`location_id`) REFERENCES `locations`(`id`) ON DELETE no action ON UPDATE no action,
	CONSTRAINT `alerts_posting_id_postings_id_fk` FOREIGN KEY (`posting_id`) REFERENCES `postings`(`id`) ON DELETE no action ON UPDATE no action,
	CONSTRAINT `alerts_acknowledged_by_users_id_fk` FOREIGN KEY (`acknowledged_by`) REFERENCES `users`(`id`) ON DELETE no action ON UPDATE no action,
	CONSTRAINT `alerts_resolved_by_users_id_fk` FOREIGN KEY (`resolved_by`) REFERENCES `users`(`id`) ON DELETE no action ON UPDATE no action,
	KEY `alerts_list_ix` (`is_open`,`urgency`,`raised_at`,`id`,`state`),
	KEY `alerts_resolved_ix` (`is_open`,`resolved_at`,`id`),
	KEY `alerts_variant_ix` (`variant_id`,`is_open`),
	KEY `alerts_location_ix` (`location_id`,`is_open`)
);
--> statement-breakpoint
CREATE TABLE `location_minimums` (
	`variant_id` binary(16) NOT NULL,
	`location_id` binary(16) NOT NULL,
	`minimum` decimal(18,6) NOT NULL,
	`updated_at` datetime(3) NOT NULL,
	CONSTRAINT `location_minimums_variant_id_location_id_pk` PRIMARY KEY(`variant_id`,`location_id`),
	CONSTRAINT `location_minimums_variant_id_variants_id_fk` FOREIGN KEY (`variant_id`) REFERENCES `variants`(`id`) ON DELETE no action ON UPDATE no action,
	CONSTRAINT `location_minimums_location_id_locations_id_fk` FOREIGN KEY (`location_id`) REFERENCES `locations`(`id`) ON DELETE no action ON UPDATE no action,
	KEY `location_minimums_location_ix` (`location_id`,`variant_id`)
);
--> statement-breakpoint
CREATE TABLE `notification_preferences` (
	`user_id` binary(16) NOT NULL,
	`kind` varchar(20) NOT NULL,
	`in_app` int NOT NULL,
	`email` int NOT NULL,
	CONSTRAINT `notification_preferences_user_id_kind_pk` PRIMARY KEY(`user_id`,`kind`),
	CONSTRAINT `notification_preferences_user_id_users_id_fk` FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON DELETE no action ON UPDATE no action
);
--> statement-breakpoint
CREATE TABLE `notifications` (
	`id` binary(16) NOT NULL,
	`user_id` binary(16) NOT NULL,
	`kind` varchar(20) NOT NULL,
	`alert_id` binary(16),
	`webhook_id` binary(16),
	`note_id` binary(16),
	`alert_count` int NOT NULL DEFAULT 1,
	`created_at` datetime(3) NOT NULL,
	`read_at` datetime(3),
	CONSTRAINT `notifications_id` PRIMARY KEY(`id`),
	CONSTRAINT `notifications_alert_uq` UNIQUE(`user_id`,`alert_id`),
	CONSTRAINT `notifications_user_id_users_id_fk` FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON DELETE no action ON UPDATE no action,
	CONSTRAINT `notifications_alert_id_alerts_id_fk` FOREIGN KEY (`alert_id`) REFERENCES `alerts`(`id`) ON DELETE no action ON UPDATE no action,
	CONSTRAINT `notifications_webhook_id_webhook_endpoints_id_fk` FOREIGN KEY (`webhook_id`) REFERENCES `webhook_endpoints`(`id`) ON DELETE no action ON UPDATE no action,
	CONSTRAINT `notifications_note_id_audit_notes_id_fk` FOREIGN KEY (`note_id`) REFERENCES `audit_notes`(`id`) ON DELETE no action ON UPDATE no action,
	KEY `notifications_list_ix` (`user_id`,`created_at`,`id`),
	KEY `notifications_unread_ix` (`user_id`,`read_at`,`created_at`,`id`),
	KEY `notifications_about_ix` (`alert_id`,`read_at`),
	KEY `notifications_read_ix` (`read_at`)
);
--> statement-breakpoint
CREATE TABLE `outbox_emails` (
	`id` binary(16) NOT NULL,
	`to_address` varchar(254) NOT NULL,
	`subject` varchar(200) NOT NULL,
	`body` varchar(4000) NOT NULL,
	`path` varchar(200),
	`state` varchar(8) NOT NULL DEFAULT 'QUEUED',
	`attempts` int NOT NULL DEFAULT 0,
	`due_at` datetime(3) NOT NULL,
	`last_error` varchar(300),
	`created_at` datetime(3) NOT NULL,
	`sent_at` datetime(3),
	CONSTRAINT `outbox_emails_id` PRIMARY KEY(`id`),
	KEY `outbox_emails_due_ix` (`state`,`due_at`,`id`)
);
--> statement-breakpoint
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
	CONSTRAINT `api_keys_secret_uq` UNIQUE(`secret_hash`),
	CONSTRAINT `api_keys_user_id_users_id_fk` FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON DELETE no action ON UPDATE no action,
	KEY `api_keys_created_ix` (`created_at`,`id`)
);
--> statement-breakpoint
CREATE TABLE `audit_log` (
	`id` binary(16) NOT NULL,
	`at` datetime(3) NOT NULL,
	`actor_kind` varchar(10) NOT NULL,
	`actor_id` binary(16),
	`actor_name` varchar(100) NOT NULL,
	`action` varchar(64) NOT NULL,
	`entity` varchar(40) NOT NULL,
	`entity_id` binary(16) NOT NULL,
	`before_values` json,
	`after_values` json,
	`reason` varchar(500),
	`address` varchar(64),
	`device` varchar(120),
	CONSTRAINT `audit_log_id` PRIMARY KEY(`id`),
	KEY `audit_log_at_ix` (`at`,`id`),
	KEY `audit_log_entity_ix` (`entity`,`entity_id`,`at`),
	KEY `audit_log_kind_ix` (`entity`,`at`),
	KEY `audit_log_actor_ix` (`actor_id`,`at`),
	KEY `audit_log_action_ix` (`action`,`at`)
);
--> statement-breakpoint
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
	CONSTRAINT `audit_notes_number_uq` UNIQUE(`line_id`,`number`),
	CONSTRAINT `audit_notes_line_id_audit_log_id_fk` FOREIGN KEY (`line_id`) REFERENCES `audit_log`(`id`) ON DELETE no action ON UPDATE no action,
	CONSTRAINT `audit_notes_user_id_users_id_fk` FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON DELETE no action ON UPDATE no action,
	KEY `audit_notes_state_ix` (`state`,`line_id`,`number`)
);
--> statement-breakpoint
CREATE TABLE `bulk_change_rows` (
	`change_id` binary(16) NOT NULL,
	`place` int NOT NULL,
	`record_id` binary(16) NOT NULL,
	`label` varchar(300) NOT NULL,
	`version` int NOT NULL,
	`from_values` json NOT NULL,
	`to_values` json NOT NULL,
	`state` varchar(12) NOT NULL,
	`reason` json,
	CONSTRAINT `bulk_change_rows_change_id_place_pk` PRIMARY KEY(`change_id`,`place`),
	CONSTRAINT `bulk_change_rows_change_id_bulk_changes_id_fk` FOREIGN KEY (`change_id`) REFERENCES `bulk_changes`(`id`) ON DELETE no action ON UPDATE no action,
	KEY `bulk_change_rows_state_ix` (`change_id`,`state`,`place`)
);
--> statement-breakpoint
CREATE TABLE `bulk_changes` (
	`id` binary(16) NOT NULL,
	`list_name` varchar(20) NOT NULL,
	`user_id` binary(16) NOT NULL,
	`state` varchar(12) NOT NULL,
	`wanted` json NOT NULL,
	`created_at` datetime(3) NOT NULL,
	`updated_at` datetime(3) NOT NULL,
	CONSTRAINT `bulk_changes_id` PRIMARY KEY(`id`),
	CONSTRAINT `bulk_changes_user_id_users_id_fk` FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON DELETE no action ON UPDATE no action,
	KEY `bulk_changes_created_ix` (`created_at`,`id`)
);
--> statement-breakpoint
CREATE TABLE `barcodes` (
	`code` varchar(64) character set utf8mb4 collate utf8mb4_bin NOT NULL,
	`variant_id` binary(16) NOT NULL,
	CONSTRAINT `barcodes_code` PRIMARY KEY(`code`),
	CONSTRAINT `barcodes_variant_id_variants_id_fk` FOREIGN KEY (`variant_id`) REFERENCES `variants`(`id`) ON DELETE no action ON UPDATE no action,
	KEY `barcodes_variant_ix` (`variant_id`)
);
--> statement-breakpoint
CREATE TABLE `locations` (
	`id` binary(16) NOT NULL,
	`name` varchar(100) NOT NULL,
	`type` varchar(20) NOT NULL,
	`site_id` binary(16),
	`version` int NOT NULL DEFAULT 1,
	`created_at` datetime(3) NOT NULL,
	`updated_at` datetime(3) NOT NULL,
	`archived_at` datetime(3),
	CONSTRAINT `locations_id` PRIMARY KEY(`id`),
	CONSTRAINT `locations_name_uq` UNIQUE(`name`),
	KEY `locations_site_ix` (`site_id`)
);
--> statement-breakpoint
CREATE TABLE `product_units` (
	`product_id` binary(16) NOT NULL,
	`unit_id` binary(16) NOT NULL,
	`numerator` int NOT NULL,
	`denominator` int NOT NULL,
	CONSTRAINT `product_units_product_id_unit_id_pk` PRIMARY KEY(`product_id`,`unit_id`),
	CONSTRAINT `product_units_product_id_products_id_fk` FOREIGN KEY (`product_id`) REFERENCES `products`(`id`) ON DELETE no action ON UPDATE no action,
	CONSTRAINT `product_units_unit_id_units_id_fk` FOREIGN KEY (`unit_id`) REFERENCES `units`(`id`) ON DELETE no action ON UPDATE no action
);
--> statement-breakpoint
CREATE TABLE `products` (
	`id` binary(16) NOT NULL,
	`code` varchar(64) character set utf8mb4 collate utf8mb4_bin NOT NULL,
	`name` varchar(200) NOT NULL,
	`description` varchar(2000),
	`category` varchar(20) NOT NULL,
	`source_type` varchar(20) NOT NULL,
	`base_unit_id` binary(16) NOT NULL,
	`subcategory_id` binary(16),
	`supplier_id` binary(16),
	`default_location_id` binary(16),
	`price` decimal(18,4),
	`cost` decimal(18,4),
	`variant_count` int NOT NULL DEFAULT 1,
	`version` int NOT NULL DEFAULT 1,
	`created_at` datetime(3) NOT NULL,
	`updated_at` datetime(3) NOT NULL,
	`archived_at` datetime(3),
	`is_archived` int NOT NULL DEFAULT 0,
	CONSTRAINT `products_id` PRIMARY KEY(`id`),
	CONSTRAINT `products_code_uq` UNIQUE(`code`),
	CONSTRAINT `products_base_unit_id_units_id_fk` FOREIGN KEY (`base_unit_id`) REFERENCES `units`(`id`) ON DELETE no action ON UPDATE no action,
	CONSTRAINT `products_subcategory_id_subcategories_id_fk` FOREIGN KEY (`subcategory_id`) REFERENCES `subcategories`(`id`) ON DELETE no action ON UPDATE no action,
	CONSTRAINT `products_supplier_id_suppliers_id_fk` FOREIGN KEY (`supplier_id`) REFERENCES `suppliers`(`id`) ON DELETE no action ON UPDATE no action,
	CONSTRAINT `products_default_location_id_locations_id_fk` FOREIGN KEY (`default_location_id`) REFERENCES `locations`(`id`) ON DELETE no action ON UPDATE no action,
	KEY `products_list_code_ix` (`is_archived`,`code`,`name`),
	KEY `products_list_name_ix` (`is_archived`,`name`,`id`,`code`),
	KEY `products_name_ix` (`name`,`id`),
	KEY `products_list_updated_ix` (`is_archived`,`updated_at`,`id`),
	KEY `products_list_price_ix` (`is_archived`,`price`,`id`),
	KEY `products_in_code_ix` (`is_archived`,`category`,`code`),
	KEY `products_in_name_ix` (`is_archived`,`category`,`name`,`id`),
	KEY `products_in_updated_ix` (`is_archived`,`category`,`updated_at`,`id`),
	KEY `products_in_price_ix` (`is_archived`,`category`,`price`,`id`),
	KEY `products_variants_ix` (`is_archived`,`variant_count`),
	KEY `products_category_ix` (`is_archived`,`category`,`subcategory_id`,`code`),
	KEY `products_supplier_ix` (`supplier_id`,`code`),
	KEY `products_location_ix` (`default_location_id`,`code`)
);
--> statement-breakpoint
CREATE TABLE `subcategories` (
	`id` binary(16) NOT NULL,
	`category` varchar(20) NOT NULL,
	`name` varchar(100) NOT NULL,
	`version` int NOT NULL DEFAULT 1,
	`created_at` datetime(3) NOT NULL,
	`updated_at` datetime(3) NOT NULL,
	`archived_at` datetime(3),
	CONSTRAINT `subcategories_id` PRIMARY KEY(`id`),
	CONSTRAINT `subcategories_name_uq` UNIQUE(`category`,`name`)
);
--> statement-breakpoint
CREATE TABLE `suppliers` (
	`id` binary(16) NOT NULL,
	`name` varchar(150) NOT NULL,
	`contact` varchar(100),
	`phone` varchar(40),
	`email` varchar(254),
	`address` varchar(500),
	`tax_number` varchar(40),
	`version` int NOT NULL DEFAULT 1,
	`created_at` datetime(3) NOT NULL,
	`updated_at` datetime(3) NOT NULL,
	`archived_at` datetime(3),
	CONSTRAINT `suppliers_id` PRIMARY KEY(`id`),
	CONSTRAINT `suppliers_name_uq` UNIQUE(`name`)
);
--> statement-breakpoint
CREATE TABLE `units` (
	`id` binary(16) NOT NULL,
	`code` varchar(12) character set utf8mb4 collate utf8mb4_bin NOT NULL,
	`name` varchar(60) NOT NULL,
	`dimension` varchar(12) NOT NULL,
	`decimals` int NOT NULL,
	CONSTRAINT `units_id` PRIMARY KEY(`id`),
	CONSTRAINT `units_code_uq` UNIQUE(`code`)
);
--> statement-breakpoint
CREATE TABLE `variants` (
	`id` binary(16) NOT NULL,
	`product_id` binary(16) NOT NULL,
	`sku` varchar(64) character set utf8mb4 collate utf8mb4_bin NOT NULL,
	`name` varchar(100),
	`attributes` json,
	`attributes_key` varchar(64) character set utf8mb4 collate utf8mb4_bin NOT NULL,
	`minimum_stock` decimal(18,6),
	`maximum_stock` decimal(18,6),
	`is_default` int NOT NULL DEFAULT 0,
	`version` int NOT NULL DEFAULT 1,
	`created_at` datetime(3) NOT NULL,
	`updated_at` datetime(3) NOT NULL,
	`archived_at` datetime(3),
	CONSTRAINT `variants_id` PRIMARY KEY(`id`),
	CONSTRAINT `variants_sku_uq` UNIQUE(`sku`),
	CONSTRAINT `variants_attributes_uq` UNIQUE(`product_id`,`attributes_key`),
	CONSTRAINT `variants_product_id_products_id_fk` FOREIGN KEY (`product_id`) REFERENCES `products`(`id`) ON DELETE no action ON UPDATE no action
);
--> statement-breakpoint
CREATE TABLE `count_locks` (
	`counted` varchar(16) character set utf8mb4 collate utf8mb4_bin NOT NULL,
	CONSTRAINT `count_locks_counted` PRIMARY KEY(`counted`)
);
--> statement-breakpoint
CREATE TABLE `feed` (
	`id` bigint AUTO_INCREMENT NOT NULL,
	`number` bigint,
	`at` datetime(3) NOT NULL,
	`topic` varchar(20) NOT NULL,
	`detail` text NOT NULL,
	CONSTRAINT `feed_id` PRIMARY KEY(`id`),
	KEY `feed_number_ix` (`number`)
);
--> statement-breakpoint
CREATE TABLE `feed_state` (
	`id` int NOT NULL,
	`number` bigint NOT NULL,
	CONSTRAINT `feed_state_id` PRIMARY KEY(`id`)
);
--> statement-breakpoint
CREATE TABLE `formula_graph` (
	`id` int NOT NULL,
	`changes` int NOT NULL DEFAULT 0,
	CONSTRAINT `formula_graph_id` PRIMARY KEY(`id`)
);
--> statement-breakpoint
CREATE TABLE `formula_uses` (
	`variant_id` binary(16) NOT NULL,
	`version_id` binary(16) NOT NULL,
	CONSTRAINT `formula_uses_variant_id_version_id_pk` PRIMARY KEY(`variant_id`,`version_id`),
	CONSTRAINT `formula_uses_variant_id_variants_id_fk` FOREIGN KEY (`variant_id`) REFERENCES `variants`(`id`) ON DELETE no action ON UPDATE no action,
	CONSTRAINT `formula_uses_version_id_formula_versions_id_fk` FOREIGN KEY (`version_id`) REFERENCES `formula_versions`(`id`) ON DELETE no action ON UPDATE no action,
	KEY `formula_uses_version_ix` (`version_id`)
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
	CONSTRAINT `formula_versions_active_uq` UNIQUE(`active_of`),
	CONSTRAINT `formula_versions_formula_id_product_formulas_id_fk` FOREIGN KEY (`formula_id`) REFERENCES `product_formulas`(`id`) ON DELETE no action ON UPDATE no action,
	CONSTRAINT `formula_versions_user_id_users_id_fk` FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON DELETE no action ON UPDATE no action
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
	CONSTRAINT `product_formulas_variant_uq` UNIQUE(`variant_id`),
	CONSTRAINT `product_formulas_variant_id_variants_id_fk` FOREIGN KEY (`variant_id`) REFERENCES `variants`(`id`) ON DELETE no action ON UPDATE no action
);
--> statement-breakpoint
CREATE TABLE `identity` (
	`factory_id` binary(16) NOT NULL,
	`created_at` datetime(3) NOT NULL,
	CONSTRAINT `identity_factory_id` PRIMARY KEY(`factory_id`)
);
--> statement-breakpoint
CREATE TABLE `schema_migrations` (
	`id` varchar(120) NOT NULL,
	`checksum` varchar(64) character set utf8mb4 collate utf8mb4_bin NOT NULL,
	`applied_at` datetime(3) NOT NULL,
	CONSTRAINT `schema_migrations_id` PRIMARY KEY(`id`)
);
--> statement-breakpoint
CREATE TABLE `settings` (
	`id` int NOT NULL,
	`currency` varchar(3) character set utf8mb4 collate utf8mb4_bin NOT NULL DEFAULT 'INR',
	`time_zone` varchar(64) NOT NULL DEFAULT 'UTC',
	`number_format` varchar(12) NOT NULL DEFAULT 'lakh',
	`date_format` varchar(12) NOT NULL DEFAULT 'words',
	`minimum_rule` varchar(12) NOT NULL DEFAULT 'atOrBelow',
	`closed_through` varchar(10) character set utf8mb4 collate utf8mb4_bin,
	`make_from` varchar(12) NOT NULL DEFAULT 'chosen',
	`version` int NOT NULL DEFAULT 1,
	CONSTRAINT `settings_id` PRIMARY KEY(`id`)
);
--> statement-breakpoint
CREATE TABLE `imports` (
	`id` binary(16) NOT NULL,
	`file_name` varchar(200) NOT NULL,
	`user_id` binary(16) NOT NULL,
	`state` varchar(12) NOT NULL,
	`sheet` longtext,
	`done` int NOT NULL DEFAULT 0,
	`total` int NOT NULL DEFAULT 0,
	`result` json,
	`error` varchar(500),
	`created_at` datetime(3) NOT NULL,
	`updated_at` datetime(3) NOT NULL,
	CONSTRAINT `imports_id` PRIMARY KEY(`id`),
	CONSTRAINT `imports_user_id_users_id_fk` FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON DELETE no action ON UPDATE no action,
	KEY `imports_created_ix` (`created_at`,`id`)
);
--> statement-breakpoint
CREATE TABLE `inventory_entries` (
	`id` binary(16) NOT NULL,
	`posting_id` binary(16) NOT NULL,
	`line_number` int NOT NULL,
	`variant_id` binary(16) NOT NULL,
	`location_id` binary(16) NOT NULL,
	`lot_id` binary(16) NOT NULL,
	`type` varchar(20) NOT NULL,
	`quantity` decimal(18,6) NOT NULL,
	`unit_cost` decimal(18,4),
	`value` decimal(18,4) NOT NULL,
	`currency` varchar(3) character set utf8mb4 collate utf8mb4_bin NOT NULL,
	`balance` decimal(18,6) NOT NULL,
	`sequence` int NOT NULL,
	`reverses_id` binary(16),
	`user_id` binary(16) NOT NULL,
	`occurred_at` datetime(3) NOT NULL,
	`written_at` datetime(3) NOT NULL,
	CONSTRAINT `inventory_entries_id` PRIMARY KEY(`id`),
	CONSTRAINT `inventory_entries_reverses_uq` UNIQUE(`reverses_id`),
	CONSTRAINT `inventory_entries_sequence_uq` UNIQUE(`variant_id`,`sequence`),
	CONSTRAINT `inventory_entries_not_zero` CHECK(quantity <> 0),
	CONSTRAINT `inventory_entries_posting_id_postings_id_fk` FOREIGN KEY (`posting_id`) REFERENCES `postings`(`id`) ON DELETE no action ON UPDATE no action,
	CONSTRAINT `inventory_entries_variant_id_variants_id_fk` FOREIGN KEY (`variant_id`) REFERENCES `variants`(`id`) ON DELETE no action ON UPDATE no action,
	CONSTRAINT `inventory_entries_location_id_locations_id_fk` FOREIGN KEY (`location_id`) REFERENCES `locations`(`id`) ON DELETE no action ON UPDATE no action,
	CONSTRAINT `inventory_entries_user_id_users_id_fk` FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON DELETE no action ON UPDATE no action,
	KEY `inventory_entries_posting_ix` (`posting_id`,`line_number`),
	KEY `inventory_entries_at_ix` (`occurred_at`,`id`),
	KEY `inventory_entries_variant_ix` (`variant_id`,`occurred_at`,`id`),
	KEY `inventory_entries_location_ix` (`location_id`,`occurred_at`,`id`),
	KEY `inventory_entries_type_ix` (`type`,`occurred_at`,`id`,`variant_id`,`quantity`,`location_id`),
	KEY `inventory_entries_stock_ix` (`variant_id`,`location_id`,`occurred_at`,`quantity`,`value`),
	KEY `inventory_entries_user_ix` (`user_id`,`occurred_at`,`id`)
);
--> statement-breakpoint
CREATE TABLE `postings` (
	`id` binary(16) NOT NULL,
	`client_id` binary(16) NOT NULL,
	`request_hash` varchar(64) character set utf8mb4 collate utf8mb4_bin NOT NULL,
	`kind` varchar(20) NOT NULL,
	`reference_type` varchar(40),
	`reference_id` binary(16),
	`reference` varchar(100),
	`note` varchar(1000),
	`user_id` binary(16) NOT NULL,
	`occurred_at` datetime(3) NOT NULL,
	`written_at` datetime(3) NOT NULL,
	CONSTRAINT `postings_id` PRIMARY KEY(`id`),
	CONSTRAINT `postings_client_uq` UNIQUE(`client_id`),
	CONSTRAINT `postings_user_id_users_id_fk` FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON DELETE no action ON UPDATE no action,
	KEY `postings_reference_ix` (`reference`),
	KEY `postings_document_ix` (`reference_type`,`reference_id`)
);
--> statement-breakpoint
CREATE TABLE `stock_levels` (
	`variant_id` binary(16) NOT NULL,
	`location_id` binary(16) NOT NULL,
	`lot_id` binary(16) NOT NULL,
	`on_hand` decimal(18,6) NOT NULL DEFAULT '0',
	`reserved` decimal(18,6) NOT NULL DEFAULT '0',
	`updated_at` datetime(3) NOT NULL,
	CONSTRAINT `stock_levels_variant_id_location_id_lot_id_pk` PRIMARY KEY(`variant_id`,`location_id`,`lot_id`),
	CONSTRAINT `stock_levels_not_negative` CHECK(on_hand >= 0 and reserved >= 0 and reserved <= on_hand),
	CONSTRAINT `stock_levels_variant_id_variants_id_fk` FOREIGN KEY (`variant_id`) REFERENCES `variants`(`id`) ON DELETE no action ON UPDATE no action,
	CONSTRAINT `stock_levels_location_id_locations_id_fk` FOREIGN KEY (`location_id`) REFERENCES `locations`(`id`) ON DELETE no action ON UPDATE no action,
	KEY `stock_levels_location_ix` (`location_id`,`variant_id`),
	KEY `stock_levels_on_hand_ix` (`on_hand`,`variant_id`),
	KEY `stock_levels_at_ix` (`location_id`,`on_hand`,`variant_id`)
);
--> statement-breakpoint
CREATE TABLE `variant_stock` (
	`variant_id` binary(16) NOT NULL,
	`product_id` binary(16) NOT NULL,
	`on_hand` decimal(18,6) NOT NULL DEFAULT '0',
	`reserved` decimal(18,6) NOT NULL DEFAULT '0',
	`value` decimal(18,4) NOT NULL DEFAULT '0',
	`sequence` int NOT NULL DEFAULT 0,
	`is_low` int NOT NULL DEFAULT 0,
	CONSTRAINT `variant_stock_variant_id` PRIMARY KEY(`variant_id`),
	CONSTRAINT `variant_stock_not_negative` CHECK(on_hand >= 0 and reserved >= 0 and reserved <= on_hand and value >= 0),
	CONSTRAINT `variant_stock_variant_id_variants_id_fk` FOREIGN KEY (`variant_id`) REFERENCES `variants`(`id`) ON DELETE no action ON UPDATE no action,
	KEY `variant_stock_product_ix` (`product_id`),
	KEY `variant_stock_low_ix` (`is_low`,`product_id`),
	KEY `variant_stock_on_hand_ix` (`on_hand`,`product_id`)
);
--> statement-breakpoint
CREATE TABLE `sessions` (
	`id` varchar(64) character set utf8mb4 collate utf8mb4_bin NOT NULL,
	`public_id` binary(16) NOT NULL,
	`user_id` binary(16) NOT NULL,
	`device` varchar(120) NOT NULL,
	`address` varchar(64) NOT NULL,
	`created_at` datetime(3) NOT NULL,
	`last_seen_at` datetime(3) NOT NULL,
	`expires_at` datetime(3) NOT NULL,
	`revoked_at` datetime(3),
	CONSTRAINT `sessions_id` PRIMARY KEY(`id`),
	CONSTRAINT `sessions_public_uq` UNIQUE(`public_id`),
	CONSTRAINT `sessions_user_id_users_id_fk` FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON DELETE no action ON UPDATE no action,
	KEY `sessions_user_ix` (`user_id`,`revoked_at`,`last_seen_at`)
);
--> statement-breakpoint
CREATE TABLE `users` (
	`id` binary(16) NOT NULL,
	`username` varchar(60) character set utf8mb4 collate utf8mb4_bin NOT NULL,
	`name` varchar(100) NOT NULL,
	`email` varchar(254),
	`password_hash` varchar(255) NOT NULL,
	`role` varchar(40) NOT NULL,
	`role_id` binary(16),
	`is_active` boolean NOT NULL DEFAULT true,
	`language` varchar(8),
	`must_change_password` boolean NOT NULL DEFAULT false,
	`session_version` int NOT NULL DEFAULT 1,
	`last_seen_at` datetime(3),
	`version` int NOT NULL DEFAULT 1,
	`created_at` datetime(3) NOT NULL,
	`updated_at` datetime(3) NOT NULL,
	CONSTRAINT `users_id` PRIMARY KEY(`id`),
	CONSTRAINT `users_username_uq` UNIQUE(`username`),
	CONSTRAINT `users_role_id_roles_id_fk` FOREIGN KEY (`role_id`) REFERENCES `roles`(`id`) ON DELETE no action ON UPDATE no action,
	KEY `users_role_ix` (`role`,`is_active`),
	KEY `users_own_role_ix` (`role_id`)
);
--> statement-breakpoint
CREATE TABLE `roles` (
	`id` binary(16) NOT NULL,
	`name` varchar(60) NOT NULL,
	`description` varchar(200),
	`permissions` json NOT NULL,
	`version` int NOT NULL DEFAULT 1,
	`created_at` datetime(3) NOT NULL,
	`updated_at` datetime(3) NOT NULL,
	`archived_at` datetime(3),
	CONSTRAINT `roles_id` PRIMARY KEY(`id`),
	CONSTRAINT `roles_name_uq` UNIQUE(`name`)
);
--> statement-breakpoint
CREATE TABLE `take_backs` (
	`id` binary(16) NOT NULL,
	`copy_id` binary(16) NOT NULL,
	`copy_at` datetime(3) NOT NULL,
	`user_id` binary(16) NOT NULL,
	`records` json NOT NULL,
	`is_undone` int NOT NULL DEFAULT 0,
	`created_at` datetime(3) NOT NULL,
	`updated_at` datetime(3) NOT NULL,
	CONSTRAINT `take_backs_id` PRIMARY KEY(`id`),
	CONSTRAINT `take_backs_user_id_users_id_fk` FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON DELETE no action ON UPDATE no action,
	KEY `take_backs_created_ix` (`created_at`,`id`),
	KEY `take_backs_user_ix` (`user_id`)
);
--> statement-breakpoint
CREATE TABLE `recovery_codes` (
	`user_id` binary(16) NOT NULL,
	`code_hash` varchar(64) character set utf8mb4 collate utf8mb4_bin NOT NULL,
	`used_at` datetime(3),
	CONSTRAINT `recovery_codes_user_id_code_hash_pk` PRIMARY KEY(`user_id`,`code_hash`),
	CONSTRAINT `recovery_codes_user_id_users_id_fk` FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON DELETE no action ON UPDATE no action
);
--> statement-breakpoint
CREATE TABLE `second_factors` (
	`user_id` binary(16) NOT NULL,
	`secret` varchar(255) NOT NULL,
	`secret_key_id` varchar(32) character set utf8mb4 collate utf8mb4_bin NOT NULL,
	`is_on` boolean NOT NULL DEFAULT false,
	`last_step` bigint NOT NULL DEFAULT 0,
	`created_at` datetime(3) NOT NULL,
	`confirmed_at` datetime(3),
	CONSTRAINT `second_factors_user_id` PRIMARY KEY(`user_id`),
	CONSTRAINT `second_factors_user_id_users_id_fk` FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON DELETE no action ON UPDATE no action
);
--> statement-breakpoint
CREATE TABLE `sign_in_links` (
	`user_id` binary(16) NOT NULL,
	`token_hash` varchar(64) character set utf8mb4 collate utf8mb4_bin NOT NULL,
	`session_version` int NOT NULL,
	`created_by` binary(16) NOT NULL,
	`created_at` datetime(3) NOT NULL,
	`expires_at` datetime(3) NOT NULL,
	`used_at` datetime(3),
	CONSTRAINT `sign_in_links_user_id` PRIMARY KEY(`user_id`),
	CONSTRAINT `sign_in_links_token_uq` UNIQUE(`token_hash`),
	CONSTRAINT `sign_in_links_user_id_users_id_fk` FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON DELETE no action ON UPDATE no action,
	CONSTRAINT `sign_in_links_created_by_users_id_fk` FOREIGN KEY (`created_by`) REFERENCES `users`(`id`) ON DELETE no action ON UPDATE no action,
	KEY `sign_in_links_created_by_ix` (`created_by`)
);
--> statement-breakpoint
CREATE TABLE `user_locations` (
	`user_id` binary(16) NOT NULL,
	`location_id` binary(16) NOT NULL,
	CONSTRAINT `user_locations_user_id_location_id_pk` PRIMARY KEY(`user_id`,`location_id`),
	CONSTRAINT `user_locations_user_id_users_id_fk` FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON DELETE no action ON UPDATE no action,
	CONSTRAINT `user_locations_location_id_locations_id_fk` FOREIGN KEY (`location_id`) REFERENCES `locations`(`id`) ON DELETE no action ON UPDATE no action,
	KEY `user_locations_location_ix` (`location_id`)
);
--> statement-breakpoint
CREATE TABLE `default_views` (
	`user_id` binary(16) NOT NULL,
	`list` varchar(20) NOT NULL,
	`view_id` binary(16) NOT NULL,
	CONSTRAINT `default_views_user_id_list_pk` PRIMARY KEY(`user_id`,`list`),
	CONSTRAINT `default_views_user_id_users_id_fk` FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON DELETE no action ON UPDATE no action,
	CONSTRAINT `default_views_view_id_saved_views_id_fk` FOREIGN KEY (`view_id`) REFERENCES `saved_views`(`id`) ON DELETE no action ON UPDATE no action
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
	CONSTRAINT `saved_views_name_uq` UNIQUE(`owner_id`,`list`,`taken_name`),
	CONSTRAINT `saved_views_owner_id_users_id_fk` FOREIGN KEY (`owner_id`) REFERENCES `users`(`id`) ON DELETE no action ON UPDATE no action,
	KEY `saved_views_list_ix` (`list`,`archived_at`,`name`,`id`)
);
--> statement-breakpoint
CREATE TABLE `sample_records` (
	`record_id` binary(16) NOT NULL,
	`sample_id` binary(16) NOT NULL,
	`entity` varchar(20) NOT NULL,
	CONSTRAINT `sample_records_record_id` PRIMARY KEY(`record_id`),
	CONSTRAINT `sample_records_sample_id_samples_id_fk` FOREIGN KEY (`sample_id`) REFERENCES `samples`(`id`) ON DELETE no action ON UPDATE no action,
	KEY `sample_records_sample_ix` (`sample_id`,`entity`)
);
--> statement-breakpoint
CREATE TABLE `samples` (
	`id` binary(16) NOT NULL,
	`user_id` binary(16) NOT NULL,
	`slot` int,
	`product_count` int NOT NULL,
	`entry_count` int NOT NULL,
	`removed_count` int NOT NULL DEFAULT 0,
	`kept_count` int NOT NULL DEFAULT 0,
	`loaded_at` datetime(3) NOT NULL,
	`removed_at` datetime(3),
	CONSTRAINT `samples_id` PRIMARY KEY(`id`),
	CONSTRAINT `samples_slot_uq` UNIQUE(`slot`),
	CONSTRAINT `samples_user_id_users_id_fk` FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON DELETE no action ON UPDATE no action
);
--> statement-breakpoint
CREATE TABLE `webhook_attempts` (
	`id` binary(16) NOT NULL,
	`delivery_id` binary(16) NOT NULL,
	`number` int NOT NULL,
	`at` datetime(3) NOT NULL,
	`duration_ms` int NOT NULL,
	`status` int,
	`error` varchar(60),
	`answer` varchar(1000),
	CONSTRAINT `webhook_attempts_id` PRIMARY KEY(`id`),
	CONSTRAINT `webhook_attempts_number_uq` UNIQUE(`delivery_id`,`number`),
	CONSTRAINT `webhook_attempts_delivery_id_webhook_deliveries_id_fk` FOREIGN KEY (`delivery_id`) REFERENCES `webhook_deliveries`(`id`) ON DELETE cascade ON UPDATE no action
);
--> statement-breakpoint
CREATE TABLE `webhook_deliveries` (
	`id` binary(16) NOT NULL,
	`event_id` binary(16) NOT NULL,
	`endpoint_id` binary(16) NOT NULL,
	`replay_id` binary(16) NOT NULL,
	`type` varchar(40) character set utf8mb4 collate utf8mb4_bin NOT NULL,
	`state` varchar(10) NOT NULL,
	`attempts` int NOT NULL DEFAULT 0,
	`due_at` datetime(3) NOT NULL,
	`created_at` datetime(3) NOT NULL,
	`finished_at` datetime(3),
	`last_status` int,
	`last_error` varchar(60),
	`last_duration_ms` int,
	CONSTRAINT `webhook_deliveries_id` PRIMARY KEY(`id`),
	CONSTRAINT `webhook_deliveries_once_uq` UNIQUE(`endpoint_id`,`replay_id`,`event_id`),
	CONSTRAINT `webhook_deliveries_event_id_webhook_events_id_fk` FOREIGN KEY (`event_id`) REFERENCES `webhook_events`(`id`) ON DELETE no action ON UPDATE no action,
	KEY `webhook_deliveries_due_ix` (`endpoint_id`,`state`,`due_at`,`id`),
	KEY `webhook_deliveries_event_ix` (`event_id`),
	KEY `webhook_deliveries_list_ix` (`created_at`,`id`),
	KEY `webhook_deliveries_state_ix` (`state`,`created_at`,`id`),
	KEY `webhook_deliveries_endpoint_ix` (`endpoint_id`,`created_at`,`id`)
);
--> statement-breakpoint
CREATE TABLE `webhook_endpoints` (
	`id` binary(16) NOT NULL,
	`url` varchar(500) character set utf8mb4 collate utf8mb4_bin NOT NULL,
	`description` varchar(200),
	`events` json NOT NULL,
	`is_active` boolean NOT NULL DEFAULT true,
	`version` int NOT NULL DEFAULT 1,
	`secret` varchar(255) NOT NULL,
	`secret_key_id` varchar(32) character set utf8mb4 collate utf8mb4_bin NOT NULL,
	`former_secret` varchar(255),
	`former_secret_key_id` varchar(32) character set utf8mb4 collate utf8mb4_bin,
	`former_until` datetime(3),
	`failures` int NOT NULL DEFAULT 0,
	`failing_since` datetime(3),
	`retry_at` datetime(3),
	`last_delivered_at` datetime(3),
	`disabled_at` datetime(3),
	`created_by` binary(16) NOT NULL,
	`created_at` datetime(3) NOT NULL,
	`updated_at` datetime(3) NOT NULL,
	`removed_at` datetime(3),
	CONSTRAINT `webhook_endpoints_id` PRIMARY KEY(`id`),
	CONSTRAINT `webhook_endpoints_created_by_users_id_fk` FOREIGN KEY (`created_by`) REFERENCES `users`(`id`) ON DELETE no action ON UPDATE no action,
	KEY `webhook_endpoints_list_ix` (`removed_at`,`created_at`,`id`)
);
--> statement-breakpoint
CREATE TABLE `webhook_events` (
	`id` binary(16) NOT NULL,
	`type` varchar(40) character set utf8mb4 collate utf8mb4_bin NOT NULL,
	`at` datetime(3) NOT NULL,
	`body` mediumtext character set utf8mb4 collate utf8mb4_bin NOT NULL,
	CONSTRAINT `webhook_events_id` PRIMARY KEY(`id`),
	KEY `webhook_events_at_ix` (`at`,`id`)
);
