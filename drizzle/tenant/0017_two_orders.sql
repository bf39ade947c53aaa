ALTER TABLE `inventory_entries` DROP INDEX `inventory_entries_type_ix`, ADD INDEX `inventory_entries_type_ix` (`type`,`occurred_at`,`id`,`variant_id`,`quantity`);--> statement-breakpoint
CREATE INDEX `stock_levels_at_ix` ON `stock_levels` (`location_id`,`on_hand`,`variant_id`);
