DELETE FROM `users_team` WHERE `code` IN ('support', 'sales', 'quality');
