UPDATE `users_user` SET `locale` = NULL WHERE `locale` = 'es-MX';
