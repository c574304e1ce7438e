-- Deshace V2.

DROP TABLE analytics.agents;
DROP TABLE analytics.queues;
