CREATE INDEX `backups_requested_ix` ON `backups` (`requested_at`,`id`);--> statement-breakpoint
CREATE INDEX `registrations_created_ix` ON `registrations` (`created_at`,`factory_id`);--> statement-breakpoint
CREATE INDEX `side_copies_requested_ix` ON `side_copies` (`requested_at`,`id`);