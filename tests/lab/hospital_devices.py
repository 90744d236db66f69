# SPDX-License-Identifier: EUPL-1.2
"""hospital_devices.py hl7|modbus ADDRESS: an HL7 engine that acknowledges all, on 2575 (python-hl7), or the device of a
building, on 502 (pymodbus)."""
import asyncio
import sys


def serve_hl7(address):
    import hl7
    import hl7.mllp

    async def answer(reader, writer):
        while not writer.is_closing():
            try:
                message = await reader.readmessage()
            except asyncio.IncompleteReadError:
                break
            writer.writemessage(message.create_ack())
            await writer.drain()

    async def main():
        async with await hl7.mllp.start_hl7_server(answer, address, 2575) as server:
            await server.serve_forever()

    asyncio.run(main())


def serve_modbus(address):
    from pymodbus.datastore import ModbusServerContext, ModbusSlaveContext
    from pymodbus.device import ModbusDeviceIdentification
    from pymodbus.server import StartTcpServer

    who = ModbusDeviceIdentification(
        info_name={"VendorName": "LabVendor", "ProductCode": "GTB-1", "MajorMinorRevision": "1.2.3"})
    StartTcpServer(context=ModbusServerContext(slaves=ModbusSlaveContext(), single=True), identity=who,
                   address=(address, 502))


{"hl7": serve_hl7, "modbus": serve_modbus}[sys.argv[1]](sys.argv[2])
