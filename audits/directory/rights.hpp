// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "audits/directory/guid.hpp"

#include <cstdint>

/// Access mask bits of directory objects (MS-ADTS 5.1.3.2) and the GUIDs of the rights that matter (MS-ADTS 5.1.3.2.1,
/// MS-ADA1 to 3, MS-ADSC).
namespace hygie::directory::rights {

inline constexpr std::uint32_t create_child = 0x1, delete_child = 0x2, list = 0x4, self = 0x8, read_property = 0x10,
                               write_property = 0x20, delete_tree = 0x40, list_object = 0x80, control_access = 0x100,
                               delete_object = 0x10000, read_control = 0x20000, write_dacl = 0x40000,
                               write_owner = 0x80000, full_control = 0xF01FF;

inline constexpr Guid replicate_changes = guid("1131f6aa-9c07-11d1-f79f-00c04fc2dcd2");
inline constexpr Guid replicate_changes_all = guid("1131f6ad-9c07-11d1-f79f-00c04fc2dcd2");
inline constexpr Guid replicate_filtered = guid("89e95b76-444d-4c62-991a-0facbeda640c");
inline constexpr Guid reanimate_tombstones = guid("45ec5156-db7e-47bb-b53f-dbeb2d03c40f");
inline constexpr Guid unexpire_password = guid("ccc2dc7d-a6ad-4a7a-8846-c04e3cc53501");
inline constexpr Guid migrate_sid_history = guid("ba33815a-4f93-4c76-87f3-57574bff8109");
inline constexpr Guid force_change_password = guid("00299570-246d-11d0-a768-00aa006e0529");
inline constexpr Guid enroll = guid("0e10c968-78fb-11d2-90d4-00c04f79dc55");
inline constexpr Guid auto_enroll = guid("a05b8cc2-17bc-4802-a710-e7c15ab866a2");
inline constexpr Guid member = guid("bf9679c0-0de6-11d0-a285-00aa003049e2");
inline constexpr Guid membership_set = guid("bc0ac240-79a9-11d0-9020-00c04fc2d4cf");
inline constexpr Guid gp_link = guid("f30e3bbe-9ff0-11d1-b603-0000f80367c1");
inline constexpr Guid gpc_file_path = guid("f30e3bc1-9ff0-11d1-b603-0000f80367c1");
inline constexpr Guid service_principal_name = guid("f3a64788-5306-11d1-a9c5-0000f80367c1");
inline constexpr Guid public_information_set = guid("e48d0154-bcf8-11d1-8702-00c04fb96050");
inline constexpr Guid allowed_to_act = guid("3f78c3e5-f79a-46bd-a0b8-9d18116ddc79");
inline constexpr Guid account_restrictions_set = guid("4c164200-20c0-11d0-a768-00aa006e0529");
inline constexpr Guid key_credential_link = guid("5b47d60f-6090-40b2-9f37-2a4de88f3063");
inline constexpr Guid alt_security_identities = guid("00fbf30c-91fe-11d1-aebc-0000f80367c1");
inline constexpr Guid user_account_control = guid("bf967a68-0de6-11d0-a285-00aa003049e2");
inline constexpr Guid script_path = guid("bf9679a8-0de6-11d0-a285-00aa003049e2");
inline constexpr Guid managed_by = guid("0296c120-40da-11d1-a9c0-0000f80367c1");
inline constexpr Guid group_msa_membership = guid("888eedd6-ce04-df40-b462-b8a50e41ba38");
inline constexpr Guid template_enrolment_flag = guid("d15ef7d8-f226-46db-ae79-b34e560bd12c");
inline constexpr Guid template_name_flag = guid("ea1dddc4-60ff-416e-8cc0-17cee534bce7");

inline constexpr Guid class_user = guid("bf967aba-0de6-11d0-a285-00aa003049e2");
inline constexpr Guid class_inet_org_person = guid("4828cc14-1437-45bc-9b07-ad6f015e5f28");
inline constexpr Guid class_computer = guid("bf967a86-0de6-11d0-a285-00aa003049e2");
inline constexpr Guid class_group = guid("bf967a9c-0de6-11d0-a285-00aa003049e2");
inline constexpr Guid class_organizational_unit = guid("bf967aa5-0de6-11d0-a285-00aa003049e2");
inline constexpr Guid class_container = guid("bf967a8b-0de6-11d0-a285-00aa003049e2");
inline constexpr Guid class_builtin_domain = guid("bf967a81-0de6-11d0-a285-00aa003049e2");
inline constexpr Guid class_domain = guid("19195a5b-6da0-11d0-afd3-00c04fd930c9");
inline constexpr Guid class_group_policy = guid("f30e3bc2-9ff0-11d1-b603-0000f80367c1");
inline constexpr Guid class_managed_service = guid("ce206244-5827-4a86-ba1c-1c0c386c1b64");
inline constexpr Guid class_group_managed_service = guid("7b8b558a-93a5-4af7-adca-c017e67f1057");
inline constexpr Guid class_delegated_managed_service = guid("0feb936f-47b3-49f2-9386-1dedc2c23765");
inline constexpr Guid class_dns_zone = guid("e0fa1e8b-9b45-11d0-afdd-00c04fd930c9");
inline constexpr Guid class_dns_node = guid("e0fa1e8c-9b45-11d0-afdd-00c04fd930c9");

}  // namespace hygie::directory::rights
