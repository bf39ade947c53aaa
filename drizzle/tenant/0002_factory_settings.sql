ALTER TABLE `settings` ADD `number_format` varchar(12) DEFAULT 'lakh' NOT NULL;--> statement-breakpoint
ALTER TABLE `settings` ADD `date_format` varchar(12) DEFAULT 'words' NOT NULL;--> statement-breakpoint
ALTER TABLE `settings` ADD `minimum_rule` varchar(12) DEFAULT 'atOrBelow' NOT NULL;--> statement-breakpoint
ALTER TABLE `settings` ADD `closed_through` varchar(10) character set utf8mb4 collate utf8mb4_bin;