CREATE TABLE `usage_days` (
	`factory_id` binary(16) NOT NULL,
	`day` varchar(10) character set utf8mb4 collate utf8mb4_bin NOT NULL,
	`logins` int NOT NULL,
	`people` int NOT NULL,
	`writes` int NOT NULL,
	`entries` int NOT NULL,
	`database_bytes` bigint,
	`measured_at` datetime(3) NOT NULL,
	CONSTRAINT `usage_days_factory_id_day_pk` PRIMARY KEY(`factory_id`,`day`)
);
