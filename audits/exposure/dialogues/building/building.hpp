// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "audits/exposure/dialogues/support/one_answer.hpp"

/// Controllers and buses of buildings and machines: identification alone. Nothing is started, written or commanded.
namespace hygie::exposure {

/// vendor, product, version, or exception.
[[nodiscard]] std::unique_ptr<Dialogue> make_modbus();
/// Siemens S7: COTP, the set-up of communication, then the list of what the module is (SZL 0x0011).
/// product (the order number), hardware, version of the firmware.
[[nodiscard]] std::unique_ptr<Dialogue> make_s7();
/// EtherNet/IP: List Identity, over TCP or UDP. vendor_number, device_type, product_code, version, serial, product.
[[nodiscard]] net::Buffer ethernet_ip_identity();
[[nodiscard]] Step read_ethernet_ip(net::Bytes heard);
/// Niagara Fox: the hello. product, version, fox_version, host, address, station, brand, system, vm_version.
[[nodiscard]] net::Buffer fox_hello();
[[nodiscard]] Step read_fox(net::Bytes heard);
/// IEC 60870-5-104: a test frame, and no start of data.
[[nodiscard]] net::Buffer iec104_test();
[[nodiscard]] Step read_iec104(net::Bytes heard);
/// KNXnet/IP: a request of description. product, bus_address, programming_mode, medium, serial, mac, families.
[[nodiscard]] net::Buffer knx_description();
[[nodiscard]] Step read_knx(net::Bytes heard);
/// BACnet/IP: Who-Is, then who made the device that answers; and the same asked of whichever device listens, for those
/// that answer Who-Is to everybody and not to us. instance, vendor, product, version, application_version, object_name;
/// or refused.
[[nodiscard]] std::unique_ptr<Dialogue> make_bacnet();
[[nodiscard]] std::unique_ptr<Dialogue> make_bacnet_any();
/// OPC UA: the hello, a channel without security, then the endpoints that anybody may list (part 4, 5.4.4).
/// endpoint, endpoints, application_uri, product_uri, application_name, security ("policy (mode)" of each),
/// authentication_kinds, anonymous (true|false), protocol_version, discovery (refused), error.
[[nodiscard]] std::unique_ptr<Dialogue> make_opcua();

}  // namespace hygie::exposure
