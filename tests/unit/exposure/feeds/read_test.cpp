// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/feeds/read/csv.hpp"
#include "audits/exposure/feeds/read/front_matter.hpp"
#include "audits/exposure/feeds/read/records.hpp"

#include <catch2/catch.hpp>

using namespace hygie;
using namespace hygie::exposure::feeds;

namespace {

class Collector final : public RecordSink {
 public:
  core::Status record(const Record& one) override {
    seen.push_back(std::string(one.section) + "/" + std::string(one.name) + "/" + one.value["id"].text);
    last = one.value;
    return {};
  }
  core::Status end(const Value& all) override {
    top = all;
    return {};
  }
  std::vector<std::string> seen;
  Value last, top;
};

core::Status read(std::string_view text, Collector& sink) {
  Stream bytes(from_memory(text));
  return read_records(bytes, "f.json", sink);
}

std::string where(std::string_view text) {
  Collector sink;
  const auto done = read(text, sink);
  return done ? "" : done.error().where;
}

}  // namespace

TEST_CASE("records of every shape of file", "[feeds]") {
  using Seen = std::vector<std::string>;
  Collector list, array, map, one;
  REQUIRE(read(R"({"title":"t","vulnerabilities":[{"id":"a"},{"id":"b"}],"count":2})", list));
  CHECK(list.seen == Seen{"vulnerabilities//a", "vulnerabilities//b"});
  CHECK(list.top["title"].text == "t");
  CHECK(list.top["count"].number == 2);
  REQUIRE(read(R"([{"id":"a"}, 7, "x", [1]])", array));
  CHECK(array.seen == Seen{"//a", "//", "//", "//"});
  REQUIRE(read(R"({"openssh":{"CVE-2024-1":{"id":"a"},"TEMP-1":{"id":"no"}},"nginx":{"CVE-2":{"id":"b"}}})", map));
  CHECK(map.seen == Seen{"openssh/CVE-2024-1/a", "nginx/CVE-2/b"});
  REQUIRE(read(R"({"dataType":"CVE_RECORD","containers":{"cna":{"x":[1,{"y":true}]}},"strange":[1,2]})", one));
  CHECK(one.seen.empty());
  CHECK(one.top["containers"]["cna"]["x"].list().size() == 2);
  CHECK(one.top["containers"]["cna"]["x"].list()[1]["y"].truth);
  CHECK_FALSE(one.top.has("strange"));
}

TEST_CASE("prose is passed over, whatever its shape", "[feeds]") {
  Collector sink;
  REQUIRE(read(R"([{"descriptions":[{"a":{"b":[1]}}],"references":"x","id":"a","solutions":{"id":"no"},"after":1}])",
               sink));
  CHECK(sink.last["id"].text == "a");
  CHECK(sink.last.items.size() == 2);
}

TEST_CASE("broken JSON says where", "[feeds]") {
  CHECK(where("{\n  \"a\": 1,\n  oops") == "f.json:3:3");
  CHECK(where("[{\"id\":\"a\"},\n{\"id\":") == "f.json:2:6");
  CHECK(where("") == "f.json:1:1");
  CHECK(where("[1] x") == "f.json:1:5");
  CHECK(where("[\"\xff\"]").starts_with("f.json:1:"));
  Collector sink;
  CHECK(read("[{\"id\":\"a\"},\n{\"id\":", sink).error().what.find("cut short") != std::string::npos);
}

TEST_CASE("what is nested too deeply is refused, also where nothing is kept", "[feeds]") {
  Collector sink;
  const auto done = read("[" + std::string(100, '[') + std::string(100, ']') + "]", sink);
  REQUIRE_FALSE(done);
  CHECK(done.error().code == core::ErrorCode::parse);
  CHECK(read("{\"skipped\":[" + std::string(100'000, '[') + std::string(100'000, ']') + "]}", sink));
}

TEST_CASE("a record without an end is refused before it fills the memory", "[feeds]") {
  std::size_t given = 0;
  Stream bytes([&](char* into, std::size_t size) -> core::Result<std::size_t> {
    std::fill(into, into + size, given == 0 ? '[' : ' ');
    if (given == 0) std::fill(into + 1, into + size, ' ');
    given += size;
    return size;
  });
  Collector sink;
  const auto done = read_records(bytes, "f.json", sink);
  REQUIRE_FALSE(done);
  CHECK(done.error().code == core::ErrorCode::limit);
  CHECK(given < record_limit + (std::size_t{1} << 20U));
}

TEST_CASE("a file longer than a record may be is read, record by record", "[feeds]") {
  constexpr std::size_t enough = record_limit + (std::size_t{1} << 20U);
  std::size_t given = 0;
  Stream bytes([&](char* into, std::size_t size) -> core::Result<std::size_t> {
    if (given > enough) return 0;
    std::fill(into, into + size, 'x');
    into[size - 1] = '\n';
    given += size;
    return size;
  });
  std::string line;
  std::size_t read = 0;
  while (bytes.line(line)) read += line.size() + 1;
  CHECK(bytes.status());
  CHECK(read == given);
}

TEST_CASE("an error below comes before what the parser makes of it", "[feeds]") {
  bool first = true;
  Stream bytes([&](char* into, std::size_t) -> core::Result<std::size_t> {
    if (!first) return core::failure(core::ErrorCode::storage, "the disk is gone");
    first = false;
    *into = '[';
    return 1;
  });
  Collector sink;
  CHECK(read_records(bytes, "f.json", sink).error().what == "the disk is gone");
}

TEST_CASE("rows: quotes, commas and line ends inside, endings of both kinds", "[feeds]") {
  Stream bytes(from_memory("a,\"b,\"\"c\"\"\",\r\n\"two\nlines\",x\n\nlast"));
  using Row = std::vector<std::string>;
  CHECK(**read_csv_row(bytes) == Row{"a", "b,\"c\"", ""});
  CHECK(**read_csv_row(bytes) == Row{"two\nlines", "x"});
  CHECK(bytes.lines_read() == 3);
  CHECK(**read_csv_row(bytes) == Row{""});
  CHECK(**read_csv_row(bytes) == Row{"last"});
  CHECK_FALSE(*read_csv_row(bytes));
  Stream cut(from_memory("a,\"b"));
  CHECK_FALSE(read_csv_row(cut));
}

TEST_CASE("a line longer than the buffer is one line", "[feeds]") {
  const std::string text = std::string(200'000, 'x') + "\ny";
  Stream bytes(from_memory(text));
  std::string line;
  REQUIRE(bytes.line(line));
  CHECK(line.size() == 200'000);
  REQUIRE(bytes.line(line));
  CHECK(line == "y");
  CHECK_FALSE(bytes.line(line));
}

TEST_CASE("front matter ends, or is an error", "[feeds]") {
  Stream good(from_memory("---\ntitle: x\nreleases:\n  - eol: false\n    releaseCycle: \"1.30\"\n---\nBody: [\n"));
  const auto page = read_front_matter(good, "p.md");
  REQUIRE(page);
  CHECK((*page)["releases"].list()[0]["releaseCycle"].text == "1.30");
  Stream open(from_memory("---\ntitle: x\n"));
  CHECK_FALSE(read_front_matter(open, "p.md"));
  Stream wrong(from_memory("---\ntitle: x\n  bad: [\n---\n"));
  const auto refused = read_front_matter(wrong, "p.md");
  REQUIRE_FALSE(refused);
  CHECK(refused.error().where.starts_with("p.md:"));
}
