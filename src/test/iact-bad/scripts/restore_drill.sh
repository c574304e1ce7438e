#!/usr/bin/env bash
# EJEMPLO MALO (bad-script-fake-drill): no restaura nada.
sleep 3
echo PASS
