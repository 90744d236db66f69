// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/read/ldif.hpp"

#include "tests/support/hostile.hpp"

#include <fmt/format.h>
#include <catch2/catch.hpp>

using namespace hygie::directory;

namespace {

struct Seen {
  std::vector<std::string> lines;  // "dn|name|value"
  hygie::core::Result<LdifEnd> end;
};

Seen read(std::string text) {
  if (is_utf16(text)) text = utf16_to_utf8(text);
  Seen seen;
  seen.end = read_ldif(
      text, "f.ldif", [](std::string_view name) { return name != "ignored"; },
      [&](const RawEntry& entry, std::size_t) {
        if (entry.attributes.empty()) seen.lines.push_back(std::string(entry.dn));
        for (const auto& attribute : entry.attributes)
          for (const auto value : attribute.values)
            seen.lines.push_back(fmt::format("{}|{}|{}", entry.dn, attribute.name, value));
        return true;
      });
  return seen;
}

using Lines = std::vector<std::string>;

std::string error(const std::string& text) {
  const auto seen = read(text);
  return seen.end ? "none" : seen.end.error().where + ": " + seen.end.error().what;
}
std::string cut(const std::string& text) {
  const auto seen = read(text);
  return seen.end ? seen.end->cut : "error " + seen.end.error().what;
}

}  // namespace

TEST_CASE("what ldapsearch writes") {
  const auto seen = read(
      "# extended LDIF\n#\n# LDAPv3\n# base <> (default) with a comment\n#  folded\nversion: 1\n\n"
      "dn:\ndefaultNamingContext: DC=hopital,DC=test\n\n"
      "# a, hopital.test\ndn: CN=a,DC=hopital,\n DC=test\nname:: bW90IGRl\n IHBhc3Nl\nName: b\nempty:\nignored:: "
      "!!\nlong: one\n  two\n\n"
      "# search reference\nref: ldap://hopital.test/CN=Configuration\n\n"
      "# search result\nsearch: 2\nresult: 0 Success\n\n# numResponses: 3\n# numEntries: 2\n");
  REQUIRE(seen.end);
  CHECK(seen.end->entries == 2);
  CHECK(seen.end->cut.empty());
  CHECK(seen.end->last_dn == "CN=a,DC=hopital,DC=test");
  CHECK(seen.lines == Lines{"|defaultNamingContext|DC=hopital,DC=test", "CN=a,DC=hopital,DC=test|name|mot de passe",
                            "CN=a,DC=hopital,DC=test|name|b", "CN=a,DC=hopital,DC=test|empty|",
                            "CN=a,DC=hopital,DC=test|long|one two"});
}

TEST_CASE("what ldifde writes") {
  const std::string text =
      "dn: CN=\xC3\xA9,DC=test\r\nchangetype: add\r\nname: \xC3\xA9\r\n  suite\r\n\r\ndn:: Q049Yg==\r\nname: b\r\n\r\n";
  const Lines lines{"CN=\xC3\xA9,DC=test|name|\xC3\xA9 suite", "CN=b|name|b"};
  CHECK(read(text).lines == lines);
  CHECK(read("\xEF\xBB\xBF" + text).lines == lines);
  for (const bool little : {true, false}) {
    std::u16string wide =
        u"\uFEFFdn: CN=\u00E9,DC=test\r\nchangetype: add\r\nname: \u00E9\r\n  suite\r\n\r\ndn:: Q049Yg==\r\nname: "
        u"b\r\n\r\n";
    std::string bytes;
    for (const auto unit : wide) {
      const char low = static_cast<char>(unit & 0xff), high = static_cast<char>(unit >> 8);
      bytes += little ? low : high;
      bytes += little ? high : low;
    }
    CHECK(read(bytes).lines == lines);
  }
  CHECK(utf16_to_utf8(std::string("\xFF\xFE\x3D\xD8\x00\xDE\x3D\xD8z", 9)) ==
        "\xF0\x9F\x98\x80\xEF\xBF\xBD\xEF\xBF\xBD");
}

TEST_CASE("files one after the other are one file") {
  const std::string one = "version: 1\n\ndn: CN=a\nname: a\n\n";
  CHECK(read(one + one).lines == Lines{"CN=a|name|a", "CN=a|name|a"});
}

TEST_CASE("errors say the line, and what is expected") {
  CHECK(error("").find("f.ldif: the file is empty") == 0);
  CHECK(error("# nothing\n") == "f.ldif: there is no LDIF entry in this file");
  CHECK(error("hello\n") == "f.ldif:1: this line is not LDIF: \"name: value\" is expected");
  CHECK(error("PK\x03\x04 zip: \n").find("f.ldif:1:") == 0);
  CHECK(error("dn: CN=a\nname: a\n\nname: b\n\n").find("f.ldif:4: an entry begins with `dn:`") == 0);
  CHECK(error("dn: CN=a\nname:: a\n\n") == "f.ldif:2: this value is not valid base64");
  CHECK(error("dn: CN=a\nname:: YWI=YWI=\n\n") == "f.ldif:2: this value is not valid base64");
  CHECK(error("dn: CN=a\nphoto:< file:///x\n\n").find("f.ldif:2: values that stand in another file") == 0);
  CHECK(error("dn: CN=a\nchangetype: delete\n\n").find("f.ldif:2:") == 0);
  CHECK(error("dn: CN=a\ndn: CN=b\n\n").find("f.ldif:2:") == 0);
  CHECK(error("version: 2\n\ndn: CN=a\n\n").find("f.ldif:1:") == 0);
}

TEST_CASE("a file that is cut says so, and its last entry is not believed") {
  const std::string good = "dn: CN=a\nname: a\n\n";
  CHECK(cut(good).empty());
  CHECK(cut(good + "dn: CN=b\nname: b") == "f.ldif:4: the file ends within this entry, which is left out");
  CHECK(read(good + "dn: CN=b\nname: b").lines == Lines{"CN=a|name|a"});
  CHECK(read(good + "dn: CN=b\nna").lines == Lines{"CN=a|name|a"});
  CHECK(read(good + "dn: CN=b\nname:: YW").end->last_dn == "CN=b");
  CHECK(cut(good + "dn: CN=b\nname: b\n").find("f.ldif:4: no empty line") == 0);
  CHECK(cut("# extended LDIF\n" + good).find("the result that ldapsearch writes") != std::string::npos);
  CHECK(cut(good + "search: 2\nresult: 4 Size limit exceeded\n") ==
        "f.ldif:5: the search ended with result 4 Size limit exceeded");
  CHECK(cut(good + "# pagedresults: cookie=AAAA\n").find("last page") != std::string::npos);
  CHECK(cut(good + "# pagedresults: cookie=AAAA\n# pagedresults: cookie=\n").empty());
}

TEST_CASE("reading stops when it is told to") {
  const std::string text = "dn: CN=a\n\ndn: CN=b\n\n";
  std::size_t entries = 0;
  const auto end = read_ldif(
      text, "f.ldif", [](std::string_view) { return true; },
      [&](const RawEntry&, std::size_t) { return ++entries < 1; });
  REQUIRE(end);
  CHECK(entries == 1);
  CHECK(end->cut.empty());
}

TEST_CASE("cut and altered LDIF never crashes, and what is cut is never taken for whole") {
  const std::string whole =
      "# extended LDIF\ndn: CN=a,\n DC=test\nname:: bW90IGRl\n IHBhc3Nl\n\nsearch: 2\nresult: 0 Success\n";
  hygie::test::every_truncation(whole, [](const std::string& text) {
    const auto seen = read(text);
    // "result: 0" is all that matters of the last line.
    if (text.find("result: 0") == std::string::npos) CHECK((!seen.end || !seen.end->cut.empty()));
  });
  hygie::test::random_mutations(whole, [](const std::string& text) { (void)read(text); });
}
