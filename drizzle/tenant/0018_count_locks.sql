CREATE TABLE `count_locks` (
	`counted` varchar(16) character set utf8mb4 collate utf8mb4_bin NOT NULL,
	CONSTRAINT `count_locks_counted` PRIMARY KEY(`counted`)
);
