// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/collect/web/posts.hpp"

#include <stdexcept>

namespace hygie::exposure::web {
namespace {

/// A tag, a name and a value, each with its length on two bytes (RFC 8010, 3.1.4).
std::string attribute(char tag, std::string_view name, std::string_view value) {
  const auto sized = [](std::string_view text) {
    const auto size = static_cast<unsigned>(text.size());
    return std::string{static_cast<char>(size >> 8U), static_cast<char>(size & 0xffU)} + std::string(text);
  };
  return std::string{tag} + sized(name) + sized(value);
}

std::string ipp_question() {
  constexpr char operation_attributes = 0x01, end = 0x03, charset = 0x47, language = 0x48, uri = 0x45;
  // version 2.0, Get-Printer-Attributes, request 1
  const std::string head{0x02, 0x00, 0x00, 0x0b, 0x00, 0x00, 0x00, 0x01};
  return head + operation_attributes + attribute(charset, "attributes-charset", "utf-8") +
         attribute(language, "attributes-natural-language", "en") +
         attribute(uri, "printer-uri", "ipp://localhost/ipp/print") + end;
}

}  // namespace

const Post& post_named(std::string_view name) {
  static const Post ipp{"application/ipp", ipp_question(), {}};
  static const Post wsman{
      "application/soap+xml;charset=UTF-8",
      "<s:Envelope xmlns:s=\"http://www.w3.org/2003/05/soap-envelope\" "
      "xmlns:w=\"http://schemas.dmtf.org/wbem/wsman/identity/1/wsmanidentity.xsd\"><s:Header/><s:Body><w:Identify/>"
      "</s:Body></s:Envelope>",
      {}};
  if (name == "ipp") return ipp;
  if (name == "wsman") return wsman;
  throw std::logic_error("an unknown post");
}

}  // namespace hygie::exposure::web
