// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "audits/exposure/dialogues/support/one_answer.hpp"

/// The services of a Windows domain and its kin: what each says before anybody signs in.
namespace hygie::exposure {

/// SMBv1, to a negotiation that knows nothing else.
[[nodiscard]] net::Buffer smb1_negotiation();
[[nodiscard]] Step read_smb1(net::Bytes heard);
/// SMB 2.0.2 to 3.1.1 (MS-SMB2 2.2.3).
[[nodiscard]] net::Buffer smb2_negotiation();
[[nodiscard]] Step read_smb2(net::Bytes heard);
/// The Kerberos realm of nobody: RFC 2606 reserves the name.
[[nodiscard]] net::Buffer kerberos_request();
[[nodiscard]] Step read_kerberos(net::Bytes heard);
/// The endpoint mapper of MS-RPC: a bind, and no call.
[[nodiscard]] net::Buffer msrpc_bind();
[[nodiscard]] Step read_msrpc(net::Bytes heard);
/// A session of NetBIOS (RFC 1002, 4.3.2) with "*SMBSERVER".
[[nodiscard]] net::Buffer netbios_session();
[[nodiscard]] Step read_netbios_session(net::Bytes heard);
/// The names of a node (RFC 1002, 4.2.17), over UDP.
[[nodiscard]] net::Buffer netbios_status();
[[nodiscard]] Step read_netbios_status(net::Bytes heard);

/// The rootDSE, then one entry at most below the first naming context, without its attributes.
[[nodiscard]] std::unique_ptr<Dialogue> make_ldap();
/// The rootDSE over UDP.
[[nodiscard]] std::unique_ptr<Dialogue> make_cldap();

}  // namespace hygie::exposure
