CREATE TABLE `plans` (
	`code` varchar(32) character set utf8mb4 collate utf8mb4_bin NOT NULL,
	`max_users` int,
	`max_products` int,
	`max_locations` int,
	`max_storage_mb` int,
	`modules` json NOT NULL,
	CONSTRAINT `plans_code` PRIMARY KEY(`code`)
);
