CREATE TABLE `installation` (
	`id` tinyint NOT NULL,
	`key_fingerprint` varchar(64) character set utf8mb4 collate utf8mb4_bin NOT NULL,
	`host` varchar(255) NOT NULL,
	`port` int NOT NULL,
	CONSTRAINT `installation_id` PRIMARY KEY(`id`)
);
