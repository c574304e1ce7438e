UPDATE `users_user` SET `locale` = 'es-MX' WHERE `locale` IS NULL;
