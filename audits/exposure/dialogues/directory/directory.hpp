// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "audits/exposure/dialogues/support/one_answer.hpp"

/// The services of a Windows domain and its kin: what each says before anybody signs in.
namespace hygie::exposure {

/// SMBv1, to a negotiation that knows nothing else. "smb": smb1 (accepted|refused), dialect, signing
/// (required|optional|disabled), security_level (user|share), time, guid, or domain and host.
[[nodiscard]] net::Buffer smb1_negotiation();
[[nodiscard]] Step read_smb1(net::Bytes heard);
/// SMB 2.0.2 to 3.1.1 (MS-SMB2 2.2.3). "smb": dialect ("3.1.1"), signing (required|optional|disabled), guid, time,
/// started, capabilities, mechanisms (kerberos, ntlm ...), encryption (a cipher, or absent) in 3.1.1.
[[nodiscard]] net::Buffer smb2_negotiation();
[[nodiscard]] Step read_smb2(net::Bytes heard);
/// The Kerberos realm of nobody: RFC 2606 reserves the name. realm, client_realm, error,
/// text, time.
[[nodiscard]] net::Buffer kerberos_request();
[[nodiscard]] Step read_kerberos(net::Bytes heard);
/// The endpoint mapper of MS-RPC: a bind, and no call. bind (accepted|refused), endpoint.
[[nodiscard]] net::Buffer msrpc_bind();
[[nodiscard]] Step read_msrpc(net::Bytes heard);
/// A session of NetBIOS (RFC 1002, 4.3.2) with "*SMBSERVER". session (accepted|refused), code.
[[nodiscard]] net::Buffer netbios_session();
[[nodiscard]] Step read_netbios_session(net::Bytes heard);
/// The names of a node (RFC 1002, 4.2.17), over UDP. host, domain, domain_controllers, names, mac.
[[nodiscard]] net::Buffer netbios_status();
[[nodiscard]] Step read_netbios_status(net::Bytes heard);

/// The rootDSE, then one entry at most below the first naming context, without its attributes.
/// naming_contexts, default_naming_context, host, domain_functional_level, forest_functional_level,
/// controller_functional_level, sasl, ldap_versions, vendor_name, vendor_version, object_class, service_name;
/// root_result; anonymous (true when an entry came, false when none did), search_result and search_text.
[[nodiscard]] std::unique_ptr<Dialogue> make_ldap();
/// The rootDSE over UDP: the same names, and entries.
[[nodiscard]] std::unique_ptr<Dialogue> make_cldap();

}  // namespace hygie::exposure
