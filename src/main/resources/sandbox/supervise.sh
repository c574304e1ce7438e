# Runs one server for as long as the process at the other end of standard input lives, then removes what it left.
# Arguments: the folder to remove, the signal that stops the server, the server's log, the server's command.
# When that process is killed, even with SIGKILL, the kernel closes its end of the pipe and the reads below end.
folder=$1 signal=$2 log=$3
shift 3
exec 3<&0 </dev/null
trap : HUP INT

# Nothing starts before the caller has filled the folder and said so.
read -r _ <&3 || { rm -rf "$folder"; exit 0; }

"$@" >"$log" 2>&1 3<&- &
server=$!
trap 'kill -s TERM "$server" 2>/dev/null' TERM
{
  read -r _ <&3
  kill -s "$signal" "$server"
  tries=0
  while [ "$signal" != KILL ] && [ "$tries" -lt 100 ] && kill -0 "$server"; do sleep 0.1; tries=$((tries + 1)); done
  kill -s KILL "$server"
} 2>/dev/null &
watch=$!

wait "$server"
status=$?
# A trapped signal interrupts the wait although the server runs on.
while kill -0 "$server" 2>/dev/null; do wait "$server"; status=$?; done
kill -s KILL "$watch" 2>/dev/null

# The log stays until the caller has read it: the caller closes the pipe, or dies.
trap '' PIPE TERM
echo "$status" 2>/dev/null
read -r _ <&3
rm -rf "$folder"
