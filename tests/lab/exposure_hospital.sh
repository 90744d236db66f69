#!/bin/bash
# SPDX-License-Identifier: EUPL-1.2
# exposure_hospital.sh [PROGRAM]: hospital protocols spoken with real servers (Orthanc, DCMTK, an HL7 listener, a Modbus device), in a network
# namespace of its own, which goes with it. PROGRAM: hygie_test_dialogue. Last line: "hospital: N passed, N failed".
set -u
export LC_ALL=C
root=$(cd "$(dirname "$0")/../.." && pwd)
program=$(realpath "${1:-$root/build/release/bin/hygie_test_dialogue}") || exit 2
[ -x "$program" ] || { echo "hospital: build hygie_test_dialogue first: $program" >&2; exit 2; }
for tool in dcmqrscp storescp Orthanc ip python3; do
    command -v "$tool" >/dev/null || { echo "hospital: $tool is missing: packaging/install.sh test" >&2; exit 2; }
done
space=hygie-hospital-$$ work=$(mktemp -d) passed=0 failed=0
children=()
finish() {
    for pid in "${children[@]}"; do kill "$pid" 2>/dev/null; done
    wait 2>/dev/null
    ip netns del "$space" 2>/dev/null
    rm -rf "$work"
}
trap finish EXIT
if ! ip netns add "$space" || ! ip -n "$space" link set lo up; then
    echo "SKIP  every dialogue: this machine lets nobody make a network namespace (root is needed, and CAP_SYS_ADMIN)"
    echo "hospital: 0 passed, 0 failed, 20 skipped"
    exit 0
fi
inside() { ip netns exec "$space" "$@"; }
serve() { # PORT COMMAND...: started inside, and listening
    local port=$1
    shift
    inside "$@" >"$work/$port.log" 2>&1 &
    children+=($!)
    for _ in $(seq 150); do inside ss -Htln "sport = :$port" | grep -q . && return; sleep 0.1; done
    echo "FAIL  nothing listens on $port: $(tail -2 "$work/$port.log")"
    failed=$((failed + 1))
}
says() { # WHAT PATTERN ARGUMENTS...: the dialogue prints a line that matches
    local what=$1 pattern=$2 said
    shift 2
    said=$(inside "$program" "$@" 2>&1)
    if grep -qE "$pattern" <<<"$said"; then passed=$((passed + 1)); echo "ok    $what"
    else failed=$((failed + 1)); echo "FAIL  $what: wanted $pattern, heard: $(tr '\n' ' ' <<<"$said" | cut -c1-300)"; fi
}
silent() { # WHAT ARGUMENTS...: the server is not taken for what it is not
    local what=$1
    shift
    if inside "$program" "$@" >/dev/null 2>&1; then failed=$((failed + 1)); echo "FAIL  $what"; else passed=$((passed + 1)); echo "ok    $what"; fi
}

mkdir -p "$work/store" "$work/orthanc" "$work/qr"
serve 11113 storescp -od "$work/store" 11113
cat >"$work/qr.cfg" <<Y
NetworkTCPPort = 11112
MaxPDUSize = 16384
MaxAssociations = 16
HostTable BEGIN
poste = (POSTE, localhost, 11119)
HostTable END
VendorTable BEGIN
VendorTable END
AETable BEGIN
ARCHIVE $work/qr RW (9, 1024mb) poste
AETable END
Y
serve 11112 dcmqrscp -c "$work/qr.cfg"
cat >"$work/orthanc.json" <<Y
{"Name": "labo", "StorageDirectory": "$work/orthanc", "IndexDirectory": "$work/orthanc", "DicomPort": 4242, "HttpPort": 8042,
 "RemoteAccessAllowed": false, "AuthenticationEnabled": false, "DicomCheckCalledAet": false, "DicomAlwaysAllowEcho": true}
Y
serve 4242 Orthanc "$work/orthanc.json"
serve 2575 /usr/bin/python3 -c '
import asyncio, hl7, hl7.mllp
async def answer(reader, writer):
    while not writer.is_closing():
        try:
            message = await reader.readmessage()
        except asyncio.IncompleteReadError:
            break
        writer.writemessage(message.create_ack())
        await writer.drain()
async def main():
    async with await hl7.mllp.start_hl7_server(answer, "127.0.0.1", 2575) as server:
        await server.serve_forever()
asyncio.run(main())'
serve 502 /usr/bin/python3 -c '
from pymodbus.device import ModbusDeviceIdentification
from pymodbus.datastore import ModbusServerContext, ModbusSlaveContext
from pymodbus.server import StartTcpServer
who = ModbusDeviceIdentification(info_name={"VendorName": "LabVendor", "ProductCode": "GTB-1", "MajorMinorRevision": "1.2.3"})
StartTcpServer(context=ModbusServerContext(slaves=ModbusSlaveContext(), single=True), identity=who, address=("127.0.0.1", 502))'
serve 25 /usr/bin/python3 -c '
import socket
door = socket.create_server(("127.0.0.1", 25))
while True:
    guest = door.accept()[0]; guest.sendall(b"220 courrier.exemple.test ESMTP\r\n"); guest.recv(99); guest.close()'

says "storescp takes any title" '^association=accepted$' dicom:N-IMPORTE-QUI:PERSONNE 127.0.0.1 11113
says "storescp is DCMTK 3.6.7" '^version=3\.6\.7$' dicom 127.0.0.1 11113
says "storescp stores, and is not asked to" '^offers=.*storage' dicom 127.0.0.1 11113
says "storescp answers an echo" '^echo=answered$' dicom 127.0.0.1 11113
[ -z "$(find "$work/store" -type f)" ] && passed=$((passed + 1)) && echo "ok    nothing was stored" || { failed=$((failed + 1)); echo "FAIL  something was stored"; }
says "dcmqrscp refuses a title it does not know" '^reason=called AE title not recognized$' dicom 127.0.0.1 11112
says "dcmqrscp takes its own title and offers queries" '^offers=.*query' dicom:ARCHIVE:POSTE 127.0.0.1 11112
says "Orthanc takes any title" '^association=accepted$' dicom 127.0.0.1 4242
says "Orthanc offers queries and retrieval" '^offers=.*query.*retrieve' dicom 127.0.0.1 4242
says "Orthanc answers an echo" '^echo=answered$' dicom 127.0.0.1 4242
says "an HL7 engine acknowledges an event of nobody" '^acknowledgement=A[AER]$' mllp-event 127.0.0.1 2575
says "a Modbus device names its maker" '^vendor=LabVendor$' modbus 127.0.0.1 502
says "a Modbus device names its revision" '^version=1\.2\.3$' modbus 127.0.0.1 502
says "a mail server says so" '^protocol=smtp$' banner 127.0.0.1 25
silent "a mail server is no DICOM archive" dicom 127.0.0.1 25
silent "a mail server is no HL7 engine" mllp-event 127.0.0.1 25
silent "a mail server is no Modbus device" modbus 127.0.0.1 25
silent "a Modbus device is no DICOM archive" dicom 127.0.0.1 502
silent "a DICOM archive is no Modbus device" modbus 127.0.0.1 11113
echo "hospital: $passed passed, $failed failed"
[ "$failed" = 0 ]
