// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "audits/exposure/dialogues/dialogue.hpp"
#include "net/bytes.hpp"

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>

/// What a DICOM listener says of itself (DICOM PS3.8, upper layer; PS3.7, C-ECHO). Handshakes alone: nothing is ever
/// stored, searched, moved or fetched.
namespace hygie::exposure::dicom {

/// A service that a caller may propose: its SOP class (PS3.6 annex A) and our word for it.
struct ServiceClass {
  std::string_view uid;
  std::string_view word;  // "verification", "storage", "query", "retrieve", "worklist", "procedure-step" ...
};
/// Verification first; then what an archive, a modality or a printer may offer.
[[nodiscard]] std::span<const ServiceClass> service_classes();

/// Who calls whom: application entity titles, 1 to 16 characters.
struct Titles {
  std::string called = "ANY-SCP";
  std::string calling = "HYGIE";
};

/// A-ASSOCIATE-RQ (PS3.8, 9.3.2). The contexts take the identifiers 1, 3, 5 ... in their order, each with implicit
/// little endian alone.
[[nodiscard]] net::Buffer associate_request(const Titles& titles, std::span<const ServiceClass> classes);
/// C-ECHO-RQ in a P-DATA-TF (PS3.7, 9.3.5.1), in that context.
[[nodiscard]] net::Buffer echo_request(std::uint8_t context);
/// A-RELEASE-RQ (PS3.8, 9.3.6), so that the journal of the other side shows an orderly end.
[[nodiscard]] net::Buffer release_request();

struct Accepted {
  /// By context identifier: 0 accepted, 1 refused by the user, 2 no reason, 3 unknown class, 4 unknown transfer syntax.
  std::map<std::uint8_t, std::uint8_t> contexts = {};
  std::uint32_t max_length = 0;
  std::string implementation_uid = {};
  std::string implementation_version = {};
};
struct Rejected {
  std::uint8_t result = 0, source = 0, reason = 0;  // PS3.8, table 9-21
};
struct Aborted {
  std::uint8_t source = 0, reason = 0;
};
/// The status of a C-ECHO-RSP: 0 is success.
struct Echoed {
  std::uint16_t status = 0;
};
struct Released {};
using Answer = std::variant<Accepted, Rejected, Aborted, Echoed, Released>;

/// How long the PDU is that begins here, header included; absent while fewer than six bytes are there, and when these
/// are no DICOM PDU or one of more than `most` bytes.
[[nodiscard]] std::optional<std::size_t> pdu_size(net::Bytes begun, std::size_t most = 65536);
/// Whether what was received so far can still become a DICOM answer.
[[nodiscard]] bool may_be_pdu(net::Bytes begun);
/// Reads one whole PDU; absent when it is malformed or of another kind.
[[nodiscard]] std::optional<Answer> read_answer(net::Bytes pdu);

/// In English, the reason of a refusal ("called AE title not recognized").
[[nodiscard]] std::string_view reason_of(const Rejected& rejected);
/// The toolkit that an implementation's UID or version names ("DCMTK"), and its version when it can be told; empty when
/// unknown.
struct Toolkit {
  std::string name, version;
};
[[nodiscard]] Toolkit toolkit_of(const Accepted& accepted);

/// The dialogue with other titles than the default ones, as the declared inventory knows them.
[[nodiscard]] std::unique_ptr<Dialogue> make_dialogue(Titles titles);

}  // namespace hygie::exposure::dicom
