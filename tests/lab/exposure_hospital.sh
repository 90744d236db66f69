#!/bin/bash
# SPDX-License-Identifier: EUPL-1.2
# exposure_hospital.sh [PROGRAM]: hospital protocols spoken with real servers (Orthanc, DCMTK, an HL7 listener, a Modbus device), in a network
# namespace of its own, which goes with it. PROGRAM: hygie_test_dialogue. Last line: "hospital: N passed, N failed".
set -u
root=$(cd "$(dirname "$0")/../.." && pwd)
. "$root/tests/lab/exposure_space.sh"
space hospital 19 "${1:-$root/build/release/bin/hygie_test_dialogue}"
need dcmqrscp storescp Orthanc python3

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
serve 2575 /usr/bin/python3 "$root/tests/lab/hospital_devices.py" hl7 127.0.0.1
serve 502 /usr/bin/python3 "$root/tests/lab/hospital_devices.py" modbus 127.0.0.1
serve 25 /usr/bin/python3 -c '
import socket
door = socket.create_server(("127.0.0.1", 25))
while True:
    guest = door.accept()[0]; guest.sendall(b"220 courrier.exemple.test ESMTP\r\n"); guest.recv(99); guest.close()'

says "storescp takes any title" '^association=accepted$' dicom:N-IMPORTE-QUI:PERSONNE 127.0.0.1 11113
says "storescp is DCMTK 3.6.7" '^version=3\.6\.7$' dicom 127.0.0.1 11113
says "storescp stores, and is not asked to" '^offers=.*storage' dicom 127.0.0.1 11113
says "storescp answers an echo" '^echo=answered$' dicom 127.0.0.1 11113
if [ -z "$(find "$work/store" -type f)" ]; then ok "nothing was stored"; else bad "nothing was stored" "$(ls "$work/store")"; fi
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
finished
