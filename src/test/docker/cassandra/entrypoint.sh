#!/bin/bash
# What the official image's entry point does, as far as it matters to who starts it: it takes the heap from MAX_HEAP_SIZE,
# listens on all addresses, and lets everybody in.
set -eu
home=/opt/cassandra data=/var/lib/cassandra address=$(hostname -i)
sed -e "s|\${folder}|$data|; s|\${storage_port}|7000|; s|\${port}|9042|" \
  -e 's|^rpc_address:.*|rpc_address: 0.0.0.0|' \
  -e 's|^authenticator:.*|authenticator: AllowAllAuthenticator|; s|^authorizer:.*|authorizer: AllowAllAuthorizer|' \
  $home/cassandra.yaml >$data/cassandra.yaml
echo "broadcast_rpc_address: $address" >>$data/cassandra.yaml
exec java $(grep -v '^#' $home/cassandra-jvm.txt | grep -v '^-Xmx') -Xmx"${MAX_HEAP_SIZE:-512M}" \
  -Dcassandra.config=file://$data/cassandra.yaml -Dlogback.configurationFile=$home/cassandra-logback.xml \
  -Dcassandra.storagedir=$data -Dcassandra-foreground=yes -cp "$home/jars/*" \
  org.apache.cassandra.service.CassandraDaemon
